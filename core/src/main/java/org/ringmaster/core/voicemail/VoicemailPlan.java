// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.voicemail;

import java.util.List;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.queue.QueueId;

/**
 * How a queue takes messages, as configured. A message keeps the plan it was begun under.
 *
 * @param greeting what a caller hears before the tone
 * @param thanks the last words to who left a message
 * @param shortPrompts the last words to who said too little
 * @param failedPrompts the last words where nothing could be recorded
 * @param fullPrompts the last words where no more messages are taken
 * @param maxMillis how long a message may be; whole seconds
 * @param silenceMillis how long a silence ends it; whole seconds
 * @param minMillis what is shorter, silence not counted, is no message
 * @param most how many messages wait at most
 * @param keepMillis how long a message is kept
 */
public record VoicemailPlan(
    QueueId queue,
    List<Prompt> greeting,
    List<Prompt> thanks,
    List<Prompt> shortPrompts,
    List<Prompt> failedPrompts,
    List<Prompt> fullPrompts,
    long maxMillis,
    long silenceMillis,
    long minMillis,
    int most,
    long keepMillis) {

  /** Takes copies of the lists. */
  public VoicemailPlan {
    greeting = List.copyOf(greeting);
    thanks = List.copyOf(thanks);
    shortPrompts = List.copyOf(shortPrompts);
    failedPrompts = List.copyOf(failedPrompts);
    fullPrompts = List.copyOf(fullPrompts);
  }
}
