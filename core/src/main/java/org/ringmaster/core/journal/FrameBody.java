// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.codec.EncodeMode;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.codec.Texts;

/**
 * What a frame of facts or inputs holds. Fields: 1 input sequence, 2 recorded at, 3 occurred at
 * (both epoch microseconds), 4 short name, 5 the record, 6 the request that an input carried, 7 how
 * far the clock of 2 was ahead of the machine's when an input was taken (microseconds). Owned by
 * one thread, which uses one buffer again and again; reading overwrites the fields of this object.
 */
final class FrameBody {
  private static final int INPUT = 1;
  private static final int RECORDED = 2;
  private static final int OCCURRED = 3;
  private static final int NAME = 4;
  private static final int BODY = 5;
  private static final int REQUEST = 6;
  private static final int AHEAD = 7;
  private static final int BODY_TAG = BODY << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
  private static final int FIRST_BYTES = 1024;

  long inputSequence;
  long recordedAtMicros;
  long occurredAtMicros;
  long request;
  long aheadMicros;

  private final FactCodec codec;
  private final Sink sink = new Sink();
  private final CodedOutputStream out = CodedOutputStream.newInstance(sink, FIRST_BYTES);

  FrameBody(FactCodec codec) {
    this.codec = codec;
  }

  /** The bytes of the fields and a record; good until the next call. */
  ByteBuffer encode(Record content) {
    String name = codec.nameOf(content);
    int bodySize = codec.size(content, EncodeMode.FULL);
    int size =
        sizeOf(INPUT, inputSequence)
            + sizeOf(RECORDED, recordedAtMicros)
            + sizeOf(OCCURRED, occurredAtMicros)
            + sizeOf(REQUEST, request)
            + sizeOf(AHEAD, aheadMicros)
            + CodedOutputStream.computeStringSize(NAME, name)
            + CodedOutputStream.computeUInt32SizeNoTag(BODY_TAG)
            + CodedOutputStream.computeUInt32SizeNoTag(bodySize)
            + bodySize;
    sink.begin(size);
    try {
      write(out, INPUT, inputSequence);
      write(out, RECORDED, recordedAtMicros);
      write(out, OCCURRED, occurredAtMicros);
      write(out, REQUEST, request);
      write(out, AHEAD, aheadMicros);
      out.writeTag(NAME, WireFormat.WIRETYPE_LENGTH_DELIMITED);
      Texts.write(name, out);
      out.writeUInt32NoTag(BODY_TAG);
      out.writeUInt32NoTag(bodySize);
      codec.write(content, EncodeMode.FULL, out);
      out.flush();
    } catch (IOException e) {
      throw new JournalException(name + " cannot be written", e);
    }
    return sink.whole(size);
  }

  /** Reads the fields and the record; the payload's position is left alone. */
  Record decode(long sequence, ByteBuffer payload) {
    inputSequence = 0;
    recordedAtMicros = 0;
    occurredAtMicros = 0;
    request = 0;
    aheadMicros = 0;
    String name = "";
    try {
      Record content = null;
      CodedInputStream in = CodedInputStream.newInstance(payload);
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        switch (WireFormat.getTagFieldNumber(tag)) {
          case INPUT -> inputSequence = in.readInt64();
          case RECORDED -> recordedAtMicros = in.readInt64();
          case OCCURRED -> occurredAtMicros = in.readInt64();
          case REQUEST -> request = in.readInt64();
          case AHEAD -> aheadMicros = in.readInt64();
          case NAME -> name = in.readString();
          case BODY -> content = codec.readNested(name, in);
          default -> in.skipField(tag);
        }
      }
      return present(content);
    } catch (IOException | RuntimeException e) {
      throw new JournalException(
          "sequence " + sequence + " holds " + name + ", which cannot be read: " + e.getMessage(),
          e);
    }
  }

  private static Record present(@Nullable Record content) {
    if (content == null) {
      throw new IllegalArgumentException("there is no content");
    }
    return content;
  }

  private static int sizeOf(int field, long value) {
    return value == 0 ? 0 : CodedOutputStream.computeInt64Size(field, value);
  }

  private static void write(CodedOutputStream out, int field, long value) throws IOException {
    if (value != 0) {
      out.writeInt64(field, value);
    }
  }

  /** Where the one stream of this object writes to: a buffer that is used again and again. */
  private static final class Sink extends OutputStream {
    private ByteBuffer buffer = ByteBuffer.allocate(FIRST_BYTES);

    void begin(int size) {
      if (buffer.capacity() < size) {
        buffer = ByteBuffer.allocate(Integer.highestOneBit(size) * 2);
      }
      buffer.clear();
    }

    @Override
    public void write(int one) {
      buffer.put((byte) one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      buffer.put(bytes, offset, length);
    }

    ByteBuffer whole(int size) {
      if (buffer.position() != size) {
        throw new JournalException(buffer.position() + " bytes were written, not " + size);
      }
      return buffer.flip();
    }
  }
}
