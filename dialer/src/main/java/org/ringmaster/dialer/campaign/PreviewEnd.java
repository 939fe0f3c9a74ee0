// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

/** Why a lead is shown to an agent no more, though it was not dialled. */
public enum PreviewEnd {
  /** The agent skipped it. */
  SKIPPED("it was skipped"),
  /** The agent let the time run out. */
  RAN_OUT("the time ran out"),
  /** The agent was paused, signed out or lost; in journals of earlier versions also called. */
  AGENT_GONE("you waited for no call any more"),
  /** The agent's own telephone did not answer. */
  AGENT_UNREACHED("your telephone did not answer"),
  /** The campaign runs no more, or otherwise. */
  CAMPAIGN("its campaign does not run any more"),
  /** All dialling is stopped by hand. */
  KILL_SWITCH("all dialling is stopped by hand"),
  /** The list is gone, or its file. */
  LIST_GONE("its list is not there any more"),
  /** Something forbids to dial it for as long as that stands. */
  FORBIDDEN("it must not be called"),
  /** Something forbids to dial it now. */
  NOT_NOW("it must not be called now"),
  /** No line, or no caller id, was left to dial it with. */
  NO_LINE("no line is free for it just now"),
  /** The agent is rung for another call. */
  AGENT_CALLED("a call for you came first"),
  /** The agent's own telephone was busy, or they rejected the call. */
  AGENT_DECLINED("your telephone was busy, or you rejected the call"),
  /** The agent hung up before it was dialled, or their line was lost. */
  LINE_ENDED("your line ended before it was called"),
  /** Agents do not look at the leads of its campaign any more. */
  MODE("the leads of its campaign are not shown to agents any more"),
  /** It was to be dialled because the time ran out, and in mode manual nobody is. */
  MANUAL("its campaign's mode is manual now, in which nobody is called because the time ran out"),
  /** The queue of its campaign is gone. */
  QUEUE_GONE("the queue of its campaign is not there any more"),
  /** The file of a do-not-call list is missing. */
  PROTECTION_MISSING("the file of a do-not-call list is missing or damaged"),
  /** Another of its numbers may be dialled than the agent was told of. */
  OTHER_NUMBER("it is the turn of another of its numbers, with which it is shown again"),
  /** It was shown for what was agreed, and that holds no more. */
  TAKEN_BACK("what was agreed with it holds no more"),
  /** It was agreed to call it later. */
  AGREED_LATER("a later time was agreed with it"),
  /** No number of ours was left that it could be shown. */
  NO_CALLER_ID("each of its campaign's caller ids was shown as often as it may be in 24 hours"),
  /** It was shown for what was agreed, and that was not kept within a day. */
  AGREED_EXPIRED("the time that was agreed with it is over for a day");

  private final String words;

  PreviewEnd(String words) {
    this.words = words;
  }

  /** For the agent, as a part of a sentence. */
  public String words() {
    return words;
  }
}
