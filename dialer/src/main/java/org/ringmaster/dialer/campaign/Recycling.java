// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

/**
 * What becomes of a lead after an outcome.
 *
 * @param tries how often a lead may come to this outcome before it is given up
 * @param delayMillis how long after it the lead rests
 */
public record Recycling(AttemptOutcome outcome, int tries, long delayMillis) {}
