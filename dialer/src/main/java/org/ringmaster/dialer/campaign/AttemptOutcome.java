// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import org.ringmaster.core.call.HangupCause;

/** What came of one attempt; each has exactly one. */
public enum AttemptOutcome {
  /** Talked with an agent. */
  TALKED,
  /** Answered, and no agent was there in time. */
  ABANDONED,
  /** Answered and hung up before an agent was there. */
  HUNG_UP,
  /** It rang in vain, or we gave it up. */
  NO_ANSWER,
  /** Busy, or rejected. */
  BUSY,
  /** No such number, or no way there. */
  UNREACHABLE,
  /** The network was full, or said nothing that is about the number. */
  CONGESTED,
  /** Nobody saw how it ended. */
  LOST,
  /** An answering machine, which we hung up. */
  MACHINE,
  /** An answering machine, which was left a message. */
  MESSAGE_LEFT,
  /** Answered, and asked to be called back: that callback is the next call, not the list's. */
  CALLBACK,
  /** Heard the message of a campaign without agents to its end. */
  HEARD,
  /** Heard it and said, by key, that they must not be called again. */
  OPTED_OUT,
  /** Heard it and wanted, by key, to reach the queue. */
  QUEUED,
  /** Answered a campaign without agents, whose message could not be played. */
  MESSAGE_FAILED;

  /** Whether a machine answered. */
  boolean isMachine() {
    return this == MACHINE || this == MESSAGE_LEFT;
  }

  /** Whether it says something about people, and not only about lines and numbers. */
  boolean tellsOfPeople() {
    return this != UNREACHABLE && this != CONGESTED && this != LOST;
  }

  /** What the end of a leg that nobody had answered says. */
  static AttemptOutcome unanswered(HangupCause cause) {
    return switch (cause.code()) {
      case 17, 21 -> BUSY;
      case 0, 16, 18, 19, 20 -> NO_ANSWER; // 20: a mobile that is off; not the trunk's fault.
      // Of the number they say (ITU-T Q.850): unallocated, changed, of a wrong form.
      case 1, 22, 28 -> UNREACHABLE;
      default -> CONGESTED;
    };
  }
}
