// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

/** Why a lead is shown to an agent no more, though it was not dialled. */
public enum PreviewEnd {
  /** The agent skipped it. */
  SKIPPED("it was skipped"),
  /** The agent let the time run out. */
  RAN_OUT("the time ran out"),
  /** The agent was paused, signed out, lost, or has a call now. */
  AGENT_GONE("you are wanted elsewhere, or not there"),
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
  NO_LINE("no line is free for it just now");

  private final String words;

  PreviewEnd(String words) {
    this.words = words;
  }

  /** For the agent, as a part of a sentence. */
  public String words() {
    return words;
  }
}
