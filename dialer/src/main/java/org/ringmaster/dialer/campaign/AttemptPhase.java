// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

/** What an attempt is doing that is not over. */
public enum AttemptPhase {
  /** The lead's telephone rings, or will. */
  RINGING,
  /** We have hung up before anybody answered; the end has not been seen yet. */
  GIVEN_UP,
  /** Answered, and in the queue. */
  WAITING,
  /** With an agent, or has been. */
  TALKING,
  /** Answered, and no agent was there in time. */
  ABANDONED,
  /** Taken for an answering machine: hung up, or about to be left a message. */
  MACHINE,
  /** An answering machine that was left a message. */
  MESSAGE_LEFT,
  /** Answered, and chose to be called back; about to be let go. */
  CALLBACK,
  /** Answered, and hears the message of a campaign without agents. */
  TOLD,
  /** Has heard it to its end. */
  HEARD,
  /** Wants never to be called again. */
  OPTED_OUT,
  /** Wants the queue, and is there or with one of its agents. */
  QUEUED,
  /** Has heard nothing: the message could not be played. */
  MESSAGE_FAILED,
  /** Gone before anybody saw it answered; the second witness may say yet how it ended. */
  UNSEEN
}
