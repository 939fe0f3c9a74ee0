// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.staffing;

import java.util.List;

/**
 * How many agents a queue needs in the next hours, by the pattern of days before.
 *
 * @param days how many days the pattern was taken from
 * @param handleSeconds how long a contact kept an agent on those days
 * @param patienceSeconds how long callers would have waited on those days: all waits by those who
 *     left; infinite where nobody left
 */
public record StaffingHint(
    String queue,
    int days,
    double handleSeconds,
    double patienceSeconds,
    List<StaffingLine> lines) {}
