// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

/**
 * Customers.
 *
 * @param rememberMillis how long one who does not come is remembered
 */
public record JourneySettings(long rememberMillis) {}
