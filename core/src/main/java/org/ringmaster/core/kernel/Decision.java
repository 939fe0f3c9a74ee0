// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

/**
 * What a decider may do while it looks at one input: record facts, ask for commands, answer the
 * request. Owned by the kernel thread and valid only during the call it was handed to.
 */
public interface Decision {

  /** When the kernel took this input, epoch microseconds; never goes back. */
  long nowMicros();

  /**
   * What the machine's clock showed then, epoch microseconds: the day and the hour that people see.
   * For calendars only, because it goes back where somebody sets it back; deadlines, waits and
   * places in a line go by {@link #nowMicros}.
   */
  long wallMicros();

  /** When the outside says that this input happened, epoch microseconds. */
  long occurredAtMicros();

  /**
   * Records a fact; every fold has applied it when this returns. Reactions come later, in order.
   */
  void record(Fact fact);

  /** Records a fact that happened at another instant than the input tells. */
  void record(Fact fact, long occurredAtMicros);

  /** Asks the world to do something, after the facts of this input are synced. */
  void ask(Command command);

  /** Asks for an input to come back at an instant (epoch microseconds). */
  default void remindAt(long dueMicros, Input input) {
    ask(new Reminder(dueMicros, input));
  }

  /**
   * The text of a new id: kind, cell, epoch and the number of the next fact, which must be the one
   * that brings the named thing into the world. Fixed length, because Asterisk refuses an id that
   * is the beginning of a live one.
   */
  String newId(char kind);

  /** Answers the request behind this input, if there is one: done. */
  void accept(String detail);

  /** Answers the request behind this input, if there is one: not done, and why. */
  void refuse(String why);
}
