// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the command line: its verbs in Asterisk's order, what they print and their exit codes. Never
 * decides anything: it asks the running platform, or reads what lies on the disk.
 */
@NullMarked
package org.ringmaster.server.cli;

import org.jspecify.annotations.NullMarked;
