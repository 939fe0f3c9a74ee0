// SPDX-License-Identifier: Apache-2.0
/**
 * Real outages of a whole site: the platform's process, its PostgreSQL, the socket to Asterisk or
 * an Asterisk goes, and what is lost and how long it takes is measured from outside. It never looks
 * into the platform otherwise than people and programs may.
 */
@org.jspecify.annotations.NullMarked
package org.ringmaster.bench.outage;
