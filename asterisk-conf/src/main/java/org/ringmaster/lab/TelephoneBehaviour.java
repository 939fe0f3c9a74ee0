// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

/**
 * What an agent's telephone outside does when it is rung. A call that asks to be answered at once
 * (Call-Info answer-after=0, or Alert-Info) is, unless the telephone is busy, away or silent.
 *
 * @param text the text the dialplan of the world outside reads
 */
public record TelephoneBehaviour(String text) {

  /** Rings for a drawn time, is answered, and is hung up after a drawn time of talk. */
  public static TelephoneBehaviour answers(DrawnMillis ring, DrawnMillis talk) {
    return new TelephoneBehaviour("answers:" + ring.text() + ":" + talk.text());
  }

  /** Is busy: cause 17. */
  public static TelephoneBehaviour busy() {
    return new TelephoneBehaviour("busy");
  }

  /** Is switched to do-not-disturb: cause 20, SIP 480. */
  public static TelephoneBehaviour away() {
    return new TelephoneBehaviour("away");
  }

  /** Rings, and nobody is there. */
  public static TelephoneBehaviour nobodyThere() {
    return new TelephoneBehaviour("silent");
  }
}
