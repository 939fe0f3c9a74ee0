// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

/**
 * The settings of a campaign that a pacer heeds.
 *
 * @param ringSeconds after how long a call that nobody answers is given up
 * @param leastRingSeconds before which none is given up: what the law wants
 * @param holdSeconds how long a person who has answered may wait for an agent
 * @param elastic whether calls may be given up early
 * @param giveUpAbove from what chance on to find nobody if answered soon, 0 to 1
 */
public record PacingRules(
    int ringSeconds, int leastRingSeconds, int holdSeconds, boolean elastic, double giveUpAbove) {}
