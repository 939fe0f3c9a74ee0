// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import org.ringmaster.core.agent.AutoPause;

/**
 * What a queue asks of its agents beside answering.
 *
 * @param autoPause when an agent who does not answer is paused
 * @param forcedMillis how long an agent stays in wrap-up until they have said what the contact was;
 *     0 where they need not
 * @param extensionMillis by how much an agent may extend a wrap-up at a time
 * @param extensions how often
 */
public record WorkRules(
    AutoPause autoPause, long forcedMillis, long extensionMillis, int extensions) {

  /** Nothing but perhaps a pause for who does not answer. */
  public static WorkRules of(boolean autoPause) {
    return new WorkRules(autoPause ? AutoPause.NO_ANSWER : AutoPause.NONE, 0, 0, 0);
  }
}
