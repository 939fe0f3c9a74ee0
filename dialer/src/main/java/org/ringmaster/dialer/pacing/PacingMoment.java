// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

/**
 * What a pacer sees of its campaign at a moment. Lasting things are told by how long they have
 * lasted, microseconds. Read by the thread that decides, only while it decides.
 */
public interface PacingMoment {

  /** The moment, epoch microseconds. */
  long nowMicros();

  /** Agents who are signed in, whatever they do; those in a pause count. */
  int signedIn();

  /** Agents whom an answered call would find free. */
  int idle();

  /** Calls that people have answered and that have no agent yet. */
  int waiting();

  /** Agents in a talk. */
  int talking();

  /** How long the talk of one of them has lasted. */
  long talkingMicros(int index);

  /** Agents in wrap-up. */
  int wrapping();

  /** How long the wrap-up of one of them has lasted. */
  long wrappingMicros(int index);

  /** Calls that were dialled and not answered yet, the oldest first. */
  int ringing();

  /** How long ago one of them was dialled. */
  long ringingMicros(int index);

  /** How many lines more trunks and rates allow at this moment. */
  int room();

  /**
   * How many calls more may be abandoned in the window of the law that allows least; not whole,
   * negative where too many were, and infinite where no law counts.
   */
  default double abandonable() {
    return Double.POSITIVE_INFINITY;
  }
}
