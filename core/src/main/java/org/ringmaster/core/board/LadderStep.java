// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

/**
 * One step of a call: an input we were told, a fact we decided, a command we sent.
 *
 * @param inputSequence the input that began the turn; steps of one turn share it
 * @param sequence of a fact its own; 0 for others
 * @param atMicros when: of an input and a fact when it occurred, of a command when it was decided;
 *     epoch microseconds
 * @param latencyMicros of an input from its offering to the decision about it, of a command from
 *     the input's offering to its leaving after the sync; microseconds; -1 where not known, as in
 *     facts that were read back
 * @param what the input, fact or command itself; its text masks what is personal
 */
public record LadderStep(
    long inputSequence, long sequence, Kind kind, long atMicros, long latencyMicros, Record what) {

  private static final int MAX_TEXT = 400;

  /** What kind of step. In the order of a turn. */
  public enum Kind {
    /** We were told. */
    INPUT,
    /** We decided that it is true. */
    FACT,
    /** We asked the world to do it. */
    COMMAND
  }

  /** Its short name: that of the record's type. */
  public String name() {
    return what.getClass().getSimpleName();
  }

  /** What it carries, as text for people; masked where personal, cut where long. */
  public String detail() {
    String text = what.toString();
    int open = text.indexOf('[');
    String inner =
        open < 0 ? text : text.substring(open + 1, Math.max(open + 1, text.length() - 1));
    return inner.length() <= MAX_TEXT ? inner : inner.substring(0, MAX_TEXT) + "...";
  }
}
