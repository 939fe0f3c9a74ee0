// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.staffing;

/**
 * What one quarter of an hour to come needs.
 *
 * @param atMicros its first instant, epoch microseconds
 * @param callers how many are expected to join
 * @param agents the fewest with whom the target is met; 0 where nobody is expected
 * @param servedShare of all callers, in time, with so many agents
 * @param abandonShare of all callers, with so many agents
 * @param meanWaitSeconds with so many agents
 * @param occupancy of so many agents
 */
public record StaffingLine(
    long atMicros,
    double callers,
    int agents,
    double servedShare,
    double abandonShare,
    double meanWaitSeconds,
    double occupancy) {}
