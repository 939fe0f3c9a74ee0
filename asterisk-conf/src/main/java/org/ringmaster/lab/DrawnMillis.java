// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

/**
 * A time that the world outside draws evenly between two limits, each time anew.
 *
 * @param fromMillis the shortest
 * @param toMillis the longest
 */
public record DrawnMillis(int fromMillis, int toMillis) {

  /** Refuses negative times and limits in the wrong order. */
  public DrawnMillis {
    if (fromMillis < 0 || toMillis < fromMillis) {
      throw new IllegalArgumentException("not a range: " + fromMillis + "-" + toMillis);
    }
  }

  /** Between two limits. */
  public static DrawnMillis between(int fromMillis, int toMillis) {
    return new DrawnMillis(fromMillis, toMillis);
  }

  /** Always the same. */
  public static DrawnMillis always(int millis) {
    return new DrawnMillis(millis, millis);
  }

  /** As a time of talk: stays until the other side ends the call. */
  public static DrawnMillis untilOtherEnds() {
    return new DrawnMillis(0, 0);
  }

  String text() {
    return fromMillis + ":" + toMillis;
  }
}
