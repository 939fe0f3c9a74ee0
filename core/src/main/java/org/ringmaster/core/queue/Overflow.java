// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TrunkId;

/**
 * Where a caller goes who has waited too long.
 *
 * @param queue the other queue, for {@link Kind#QUEUE}; whose mailbox, for {@link Kind#VOICEMAIL}
 * @param prompts what is said before hanging up, for {@link Kind#PROMPT}
 * @param trunk the trunk to the outside number, for {@link Kind#NUMBER}
 * @param number the outside number, for {@link Kind#NUMBER}
 */
public record Overflow(
    Kind kind,
    @Nullable QueueId queue,
    List<Prompt> prompts,
    @Nullable TrunkId trunk,
    @Nullable String number) {

  /** What kind of target. */
  public enum Kind {
    /** Hang up. */
    HANG_UP,
    /** Wait in another queue. */
    QUEUE,
    /** Hear a message, then hang up. */
    PROMPT,
    /** Be passed on to an outside number. */
    NUMBER,
    /** Be called back when the place in the line comes up. */
    CALLBACK,
    /** Leave a message for a queue. */
    VOICEMAIL
  }

  /** The caller is called back. */
  public static final Overflow CALLBACK = new Overflow(Kind.CALLBACK, null, List.of(), null, null);

  /** The caller leaves a message for a queue. */
  public static Overflow voicemail(QueueId mailbox) {
    return new Overflow(Kind.VOICEMAIL, mailbox, List.of(), null, null);
  }

  /** No target: the caller is hung up. */
  public static final Overflow HANG_UP = new Overflow(Kind.HANG_UP, null, List.of(), null, null);
}
