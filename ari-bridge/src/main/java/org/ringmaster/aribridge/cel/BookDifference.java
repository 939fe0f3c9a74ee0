// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.cel;

import org.ringmaster.core.call.LegId;

/**
 * Something about a leg on which our books and the second witness do not agree.
 *
 * @param what {@code leg}, {@code start}, {@code answer}, {@code end}, {@code cause} or {@code
 *     talked with}
 * @param booked as our books have it
 * @param witnessed as the witness has it
 */
public record BookDifference(LegId leg, String what, String booked, String witnessed) {
  @Override
  public String toString() {
    return leg + ": " + what + ": books " + booked + ", witness " + witnessed;
  }
}
