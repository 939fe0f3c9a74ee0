// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

/**
 * What agents press on their telephones during a call: a star and a digit each; empty for what
 * cannot be pressed. After those for handing on and consulting follows whom, ended by {@code #}.
 *
 * @param hold holds the customer, or takes them back
 * @param record records the call, pauses that, goes on with it
 * @param card pauses the recording while digits of a card are taken
 */
public record TalkCodes(
    String hold,
    String complete,
    String cancel,
    String swap,
    String conference,
    String park,
    String transfer,
    String consult,
    String record,
    String card) {

  /** What can be pressed where nothing else is configured. */
  public static final TalkCodes USUAL =
      new TalkCodes("*2", "*3", "*4", "*5", "*6", "*7", "*8", "*9", "*1", "*0");

  /** Codes of an earlier version knew nothing of recordings. */
  public TalkCodes {
    record = record == null ? "" : record;
    card = card == null ? "" : card;
  }
}
