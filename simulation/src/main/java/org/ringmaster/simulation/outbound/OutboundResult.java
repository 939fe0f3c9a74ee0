// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.outbound;

/**
 * What a stretch came to.
 *
 * @param busySeconds of all agents, talk and wrap-up
 * @param staffedSeconds of all agents, breaks left out
 * @param dialled calls begun
 * @param answered calls that a person answered
 * @param abandoned of those, who found nobody in time
 * @param connected who came to an agent
 */
public record OutboundResult(
    double busySeconds,
    double staffedSeconds,
    long dialled,
    long answered,
    long abandoned,
    long connected) {

  /** The share of staffed time in talk or wrap-up, percent. */
  public double utilisationPercent() {
    return 100 * busySeconds / staffedSeconds;
  }

  /** The share of those who answered that found nobody, percent. */
  public double abandonedPercent() {
    return answered == 0 ? 0 : 100.0 * abandoned / answered;
  }

  /** How long agents were idle for each call they got, seconds. */
  public double idleSecondsPerConnect() {
    return connected == 0 ? 0 : (staffedSeconds - busySeconds) / connected;
  }

  OutboundResult minus(OutboundResult before) {
    return new OutboundResult(
        busySeconds - before.busySeconds,
        staffedSeconds - before.staffedSeconds,
        dialled - before.dialled,
        answered - before.answered,
        abandoned - before.abandoned,
        connected - before.connected);
  }
}
