// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

/** What becomes of a frame on its way. */
public sealed interface Fate {

  /** Nothing happens to it. */
  Fate PASS = new Pass();

  /** It arrives in its turn. */
  record Pass() implements Fate {}

  /** It never arrives. */
  record Lost() implements Fate {}

  /** It arrives so much later, and others overtake it. */
  record Late(long micros) implements Fate {}

  /** It arrives so much later, and all that follow wait behind it. */
  record Stalled(long micros) implements Fate {}

  /** It arrives twice. */
  record Twice() implements Fate {}

  /** It arrives after the one that follows it. */
  record Overtaken() implements Fate {}
}
