// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.codec.CodecRegistry;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.RecordedFact;

class FactFrameTest {
  record Noted(String what, long count) implements Fact {}

  record Told(String what) implements Input {}

  private final FactCodec codec =
      FactCodec.of(
          CodecRegistry.builder()
              .add("fact.noted", Noted.class)
              .add("in.told", Told.class)
              .build());
  private final FactFrame frame = new FactFrame(codec);

  private static RecordedFact noted(long sequence, String what) {
    return new RecordedFact(
        new Envelope(sequence, 7, 1_800_000_000_000_000L, 1_799_999_999_000_000L),
        new Noted(what, sequence));
  }

  @Test
  void aFactComesBackWithItsEnvelope() {
    for (String what : new String[] {"", "short", "long".repeat(5000)}) {
      ByteBuffer payload = frame.encode(noted(42, what));
      assertEquals(noted(42, what), frame.decode(42, payload));
      assertEquals(noted(42, what), frame.decode(42, payload), "the payload is left alone");
    }
  }

  @Test
  void aDirectBufferIsReadToo() {
    ByteBuffer payload = frame.encode(noted(1, "x"));
    ByteBuffer direct = ByteBuffer.allocateDirect(payload.remaining()).put(payload).flip();
    assertEquals(noted(1, "x"), frame.decode(1, direct));
  }

  @Test
  void whatIsNoFactOrNotKnownIsRefusedWithItsSequence() {
    FrameBody body = new FrameBody(codec);
    ByteBuffer told = body.encode(new Told("x"));
    assertTrue(
        assertThrows(JournalException.class, () -> frame.decode(9, told))
            .getMessage()
            .contains("sequence 9"));
    FactFrame other = new FactFrame(FactCodec.of(CodecRegistry.builder().build()));
    ByteBuffer payload = frame.encode(noted(5, "x"));
    JournalException refused = assertThrows(JournalException.class, () -> other.decode(5, payload));
    assertTrue(refused.getMessage().contains("fact.noted"), refused.getMessage());
    assertThrows(JournalException.class, () -> frame.decode(1, ByteBuffer.wrap(new byte[] {1})));
  }
}
