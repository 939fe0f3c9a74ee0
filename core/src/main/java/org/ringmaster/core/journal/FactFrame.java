// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.nio.ByteBuffer;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.RecordedFact;

/**
 * A fact with its envelope as the payload of a frame, whose sequence is the fact's. Owned by one
 * thread.
 */
public final class FactFrame {
  private final FrameBody body;

  /** Frames for the types that a codec knows. */
  public FactFrame(FactCodec codec) {
    this.body = new FrameBody(codec);
  }

  /** The payload for a fact, to be appended under its sequence; good until the next call. */
  public ByteBuffer encode(RecordedFact recorded) {
    Envelope envelope = recorded.envelope();
    body.inputSequence = envelope.inputSequence();
    body.recordedAtMicros = envelope.recordedAtMicros();
    body.occurredAtMicros = envelope.occurredAtMicros();
    body.request = 0;
    return body.encode((Record) recorded.fact());
  }

  /**
   * Reads a fact back.
   *
   * @param sequence the frame's
   * @param payload the frame's; its position is left alone
   * @throws JournalException when it is no fact, or one that this version does not know
   */
  public RecordedFact decode(long sequence, ByteBuffer payload) {
    Record content = body.decode(sequence, payload);
    if (!(content instanceof Fact fact)) {
      throw new JournalException(
          "sequence " + sequence + " holds no fact but " + content.getClass());
    }
    Envelope envelope =
        new Envelope(sequence, body.inputSequence, body.recordedAtMicros, body.occurredAtMicros);
    return new RecordedFact(envelope, fact);
  }
}
