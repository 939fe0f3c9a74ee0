// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.ringmaster.core.codec.EncodeMode;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.RecordedFact;

/**
 * A fact with its envelope as the payload of a frame. The sequence is the frame's own; fields: 1
 * input sequence, 2 recorded at, 3 occurred at (both epoch microseconds), 4 the fact's short name,
 * 5 the fact. Owned by one thread, which uses one buffer again and again.
 */
public final class FactFrame {
  private static final int INPUT = 1;
  private static final int RECORDED = 2;
  private static final int OCCURRED = 3;
  private static final int NAME = 4;
  private static final int BODY = 5;
  private static final int BODY_TAG = BODY << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
  private static final int FIRST_BYTES = 1024;

  private final FactCodec codec;
  private ByteBuffer buffer = ByteBuffer.allocate(FIRST_BYTES);

  /** Frames for the types that a codec knows. */
  public FactFrame(FactCodec codec) {
    this.codec = codec;
  }

  /** The payload for a fact; good until the next call. */
  public ByteBuffer encode(RecordedFact recorded) {
    Envelope envelope = recorded.envelope();
    Record fact = (Record) recorded.fact();
    String name = codec.nameOf(fact);
    int body = codec.size(fact, EncodeMode.FULL);
    int size =
        CodedOutputStream.computeInt64Size(INPUT, envelope.inputSequence())
            + CodedOutputStream.computeInt64Size(RECORDED, envelope.recordedAtMicros())
            + CodedOutputStream.computeInt64Size(OCCURRED, envelope.occurredAtMicros())
            + CodedOutputStream.computeStringSize(NAME, name)
            + CodedOutputStream.computeUInt32SizeNoTag(BODY_TAG)
            + CodedOutputStream.computeUInt32SizeNoTag(body)
            + body;
    if (buffer.capacity() < size) {
      buffer = ByteBuffer.allocate(Integer.highestOneBit(size) * 2);
    }
    CodedOutputStream out = CodedOutputStream.newInstance(buffer.array(), 0, size);
    try {
      out.writeInt64(INPUT, envelope.inputSequence());
      out.writeInt64(RECORDED, envelope.recordedAtMicros());
      out.writeInt64(OCCURRED, envelope.occurredAtMicros());
      out.writeString(NAME, name);
      out.writeUInt32NoTag(BODY_TAG);
      out.writeUInt32NoTag(body);
      codec.write(fact, EncodeMode.FULL, out);
    } catch (IOException e) {
      throw new JournalException(name + " cannot be written", e);
    }
    return buffer.clear().limit(size);
  }

  /**
   * Reads a fact back.
   *
   * @param sequence the frame's
   * @param payload the frame's; its position is left alone
   * @throws JournalException when it is no fact, or one that this version does not know
   */
  public RecordedFact decode(long sequence, ByteBuffer payload) {
    long input = 0;
    long recordedAt = 0;
    long occurredAt = 0;
    String name = "";
    Record fact = null;
    CodedInputStream in =
        CodedInputStream.newInstance(
            payload.array(), payload.arrayOffset() + payload.position(), payload.remaining());
    try {
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        switch (WireFormat.getTagFieldNumber(tag)) {
          case INPUT -> input = in.readInt64();
          case RECORDED -> recordedAt = in.readInt64();
          case OCCURRED -> occurredAt = in.readInt64();
          case NAME -> name = in.readString();
          case BODY -> fact = codec.readNested(name, in);
          default -> in.skipField(tag);
        }
      }
    } catch (IOException | RuntimeException e) {
      throw new JournalException(
          "sequence "
              + sequence
              + " holds a fact ("
              + name
              + ") that cannot be read: "
              + e.getMessage(),
          e);
    }
    if (!(fact instanceof Fact known)) {
      throw new JournalException("sequence " + sequence + " holds " + name + ", which is no fact");
    }
    return new RecordedFact(new Envelope(sequence, input, recordedAt, occurredAt), known);
  }
}
