// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import java.util.List;

/**
 * What living through a campaign once came to.
 *
 * @param calls dialled
 * @param answered calls that a person answered, abandoned ones included; machines that were given
 *     up are none
 * @param abandoned of those, who had no agent in time
 * @param connected of those, who talked with one
 * @param machines calls that were given up because they were taken for machines
 * @param talkMicros of all agents
 * @param busyMicros of all agents, talk and wrap-up, until nineteen of twenty leads were done
 * @param idleMicros of all agents, by what kept them waiting, in the order of {@link Bottleneck};
 *     until nineteen of twenty leads were done: after that agents wait for a few that rest
 * @param startMicros when it began, epoch microseconds
 * @param mostlyMicros when nineteen of twenty leads were done, epoch microseconds; 0 for never
 * @param finishMicros when no lead was left, epoch microseconds; 0 where some were at the end
 * @param leadsLeft leads that were left then
 * @param costMillionths what its calls cost, millionths of the currency of its trunk's rates
 * @param moneyGone whether it ended because what the campaign may spend in all was spent
 */
public record RunResult(
    long calls,
    long answered,
    long abandoned,
    long connected,
    long machines,
    double talkMicros,
    double busyMicros,
    List<Double> idleMicros,
    long startMicros,
    long mostlyMicros,
    long finishMicros,
    int leadsLeft,
    long costMillionths,
    boolean moneyGone) {

  private static final double HOUR_MICROS = 3_600e6;
  private static final double PERCENT = 100;
  private static final double MILLION = 1e6;

  double idleMicrosInAll() {
    return idleMicros.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** How long agents talked, hours of all of them. */
  public double talkHours() {
    return talkMicros / HOUR_MICROS;
  }

  /** How much of their time at work agents waited, percent. */
  public double idlePercent() {
    double all = busyMicros + idleMicrosInAll();
    return all == 0 ? 0 : PERCENT * idleMicrosInAll() / all;
  }

  /** How many of a hundred who answered had no agent in time. */
  public double abandonedPercent() {
    return answered == 0 ? 0 : PERCENT * abandoned / answered;
  }

  /** What its calls cost, in the currency of its trunk's rates. */
  public double cost() {
    return costMillionths / MILLION;
  }

  /** How long it took until nineteen of twenty leads were done, hours; infinite for never. */
  public double mostlyHours() {
    return hours(mostlyMicros);
  }

  /** How long it took, hours; infinite where it did not end. */
  public double hours() {
    return hours(finishMicros);
  }

  private double hours(long micros) {
    return micros == 0 ? Double.POSITIVE_INFINITY : (micros - startMicros) / HOUR_MICROS;
  }

  /** How much of agents' time went there, 0 to 1; for agents themselves the time they were busy. */
  public double share(Bottleneck which) {
    double all = busyMicros + idleMicrosInAll();
    double own = idleMicros.get(which.ordinal());
    return all == 0 ? 0 : (which == Bottleneck.AGENTS ? busyMicros + own : own) / all;
  }
}
