// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Components of primitive type: written unboxed, and not at all when they are zero. */
final class PrimitiveFields {
  private PrimitiveFields() {}

  static final class LongField extends FieldCodec {
    private final ToLongFunction<Record> getter;

    LongField(int number, ToLongFunction<Record> getter) {
      super(number, WireFormat.WIRETYPE_VARINT, "int64");
      this.getter = getter;
    }

    @Override
    int size(Record owner, EncodeMode mode) {
      long value = getter.applyAsLong(owner);
      return value == 0 ? 0 : CodedOutputStream.computeInt64Size(number, value);
    }

    @Override
    void write(Record owner, EncodeMode mode, CodedOutputStream out) throws IOException {
      long value = getter.applyAsLong(owner);
      if (value != 0) {
        out.writeInt64(number, value);
      }
    }

    @Override
    Object read(CodedInputStream in, @Nullable Object before) throws IOException {
      return in.readInt64();
    }

    @Override
    Object missing() {
      return 0L;
    }
  }

  static final class IntField extends FieldCodec {
    private final ToIntFunction<Record> getter;

    IntField(int number, ToIntFunction<Record> getter) {
      super(number, WireFormat.WIRETYPE_VARINT, "int32");
      this.getter = getter;
    }

    @Override
    int size(Record owner, EncodeMode mode) {
      int value = getter.applyAsInt(owner);
      return value == 0 ? 0 : CodedOutputStream.computeInt32Size(number, value);
    }

    @Override
    void write(Record owner, EncodeMode mode, CodedOutputStream out) throws IOException {
      int value = getter.applyAsInt(owner);
      if (value != 0) {
        out.writeInt32(number, value);
      }
    }

    @Override
    Object read(CodedInputStream in, @Nullable Object before) throws IOException {
      return in.readInt32();
    }

    @Override
    Object missing() {
      return 0;
    }
  }

  static final class BooleanField extends FieldCodec {
    private final Predicate<Record> getter;

    BooleanField(int number, Predicate<Record> getter) {
      super(number, WireFormat.WIRETYPE_VARINT, "bool");
      this.getter = getter;
    }

    @Override
    int size(Record owner, EncodeMode mode) {
      return getter.test(owner) ? CodedOutputStream.computeBoolSize(number, true) : 0;
    }

    @Override
    void write(Record owner, EncodeMode mode, CodedOutputStream out) throws IOException {
      if (getter.test(owner)) {
        out.writeBool(number, true);
      }
    }

    @Override
    Object read(CodedInputStream in, @Nullable Object before) throws IOException {
      return in.readBool();
    }

    @Override
    Object missing() {
      return false;
    }
  }

  static final class DoubleField extends FieldCodec {
    private final ToDoubleFunction<Record> getter;

    DoubleField(int number, ToDoubleFunction<Record> getter) {
      super(number, WireFormat.WIRETYPE_FIXED64, "double");
      this.getter = getter;
    }

    @Override
    int size(Record owner, EncodeMode mode) {
      double value = getter.applyAsDouble(owner);
      // Bits, not ==: a negative zero is a value and must come back as one.
      return Double.doubleToLongBits(value) == 0
          ? 0
          : CodedOutputStream.computeDoubleSize(number, value);
    }

    @Override
    void write(Record owner, EncodeMode mode, CodedOutputStream out) throws IOException {
      double value = getter.applyAsDouble(owner);
      if (Double.doubleToLongBits(value) != 0) {
        out.writeDouble(number, value);
      }
    }

    @Override
    Object read(CodedInputStream in, @Nullable Object before) throws IOException {
      return in.readDouble();
    }

    @Override
    Object missing() {
      return 0.0;
    }
  }
}
