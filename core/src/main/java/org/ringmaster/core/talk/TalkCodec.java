// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import org.ringmaster.core.codec.CodecRegistry;

/**
 * The stable short names of this package's records in journals and snapshots. Names never change.
 */
public final class TalkCodec {

  private TalkCodec() {}

  /** All names of this package. */
  public static CodecRegistry registry() {
    return CodecRegistry.builder()
        .add("fact.talk.opened", TalkFact.Opened.class)
        .add("fact.talk.held", TalkFact.Held.class)
        .add("fact.talk.resumed", TalkFact.Resumed.class)
        .add("fact.talk.sent-to-queue", TalkFact.SentToQueue.class)
        .add("fact.talk.ended", TalkFact.Ended.class)
        .add("input.talk.hold", TalkInput.Hold.class)
        .add("input.talk.resume", TalkInput.Resume.class)
        .add("input.talk.hand-on", TalkInput.HandOn.class)
        .add("state.talk.talk", Talk.class)
        .add("state.talk.holding", TalkBooks.Holding.class)
        .build();
  }
}
