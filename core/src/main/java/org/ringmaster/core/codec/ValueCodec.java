// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/**
 * Values of one reference type, never null, written without their tag. Immutable; used by any
 * thread.
 */
abstract class ValueCodec {
  final int wireType;
  final String type;

  ValueCodec(int wireType, String type) {
    this.wireType = wireType;
    this.type = type;
  }

  /** Bytes that {@link #write} will write, with the length in front where the wire type has one. */
  abstract int size(Object value, EncodeMode mode);

  abstract void write(Object value, EncodeMode mode, CodedOutputStream out) throws IOException;

  abstract Object read(CodedInputStream in) throws IOException;

  /** Whether the value is left out where only what is not personal counts. */
  boolean leftOut(EncodeMode mode) {
    return false;
  }

  /** What sets and map keys of this type are sorted by. */
  Comparable<?> sortKey(Object value) {
    throw new CodecException(type + " has no stable order and cannot be in a set or a map key");
  }

  /** Values whose content is a message: length, then tagged fields. */
  abstract static class Message extends ValueCodec {
    Message(String type) {
      super(WireFormat.WIRETYPE_LENGTH_DELIMITED, type);
    }

    abstract int contentSize(Object value, EncodeMode mode);

    abstract void writeContent(Object value, EncodeMode mode, CodedOutputStream out)
        throws IOException;

    /** Reads up to the limit that has been set. */
    abstract Object readContent(CodedInputStream in) throws IOException;

    @Override
    final int size(Object value, EncodeMode mode) {
      int size = contentSize(value, mode);
      return CodedOutputStream.computeUInt32SizeNoTag(size) + size;
    }

    @Override
    final void write(Object value, EncodeMode mode, CodedOutputStream out) throws IOException {
      out.writeUInt32NoTag(contentSize(value, mode));
      writeContent(value, mode, out);
    }

    @Override
    final Object read(CodedInputStream in) throws IOException {
      int outer = in.pushLimit(in.readRawVarint32());
      Object value = readContent(in);
      in.checkLastTagWas(0);
      in.popLimit(outer);
      return value;
    }
  }
}
