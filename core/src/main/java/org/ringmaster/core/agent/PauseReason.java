// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

/** Why an agent is paused: a word of the configuration, or one of the platform's own. */
public record PauseReason(String value) {
  /** The agent said nothing more than that they pause. */
  public static final PauseReason NONE = new PauseReason("pause");

  /** The telephone rang and nobody answered. */
  public static final PauseReason NO_ANSWER = new PauseReason("no-answer");

  /** The telephone was busy, or the agent rejected calls. */
  public static final PauseReason BUSY = new PauseReason("busy");

  /** The telephone answers calls, and nobody is heard to speak there. */
  public static final PauseReason SILENT = new PauseReason("silent");

  /** The telephone is not there, or the leg to it is lost. */
  public static final PauseReason TELEPHONE_LOST = new PauseReason("telephone-lost");

  /** The agent's page sleeps, hangs or is gone. */
  public static final PauseReason PAGE_LOST = new PauseReason("page-lost");

  @Override
  public String toString() {
    return value;
  }
}
