// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import org.ringmaster.core.call.ScreeningVerdict;

/**
 * What a detector hears of somebody who answers.
 *
 * @param verdict what it takes them for, which need not be true
 * @param cause the detector's words for it
 * @param verdictMicros how long it listens before it says so
 * @param endMicros when the greeting is over, from the same moment on
 */
public record Greeting(ScreeningVerdict verdict, String cause, long verdictMicros, long endMicros) {

  /** "Hello?", and silence: as app_amd hears it. */
  public static final Greeting HELLO =
      new Greeting(ScreeningVerdict.HUMAN, "HUMAN-800-800", 1_700_000, 900_000);

  /** Not a word. */
  public static final Greeting SILENCE =
      new Greeting(ScreeningVerdict.MACHINE, "INITIALSILENCE-2500-2500", 2_500_000, 0);
}
