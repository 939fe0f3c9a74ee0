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
    private final Late<ToLongFunction<Record>> getter;

    LongField(int number, Late<ToLongFunction<Record>> getter) {
      super(number, WireFormat.WIRETYPE_VARINT, "int64");
      this.getter = getter;
    }

    @Override
    int size(Record owner, EncodeMode mode) {
      long value = getter.get().applyAsLong(owner);
      return value == 0 ? 0 : CodedOutputStream.computeInt64Size(number, value);
    }

    @Override
    void write(Record owner, EncodeMode mode, CodedOutputStream out) throws IOException {
      long value = getter.get().applyAsLong(owner);
      if (value != 0) {
        out.writeInt64(number, value);
      }
    }

    @Override
    Object read(CodedInputStream in, @Nullable Object before) throws IOException {
      return in.readInt64();
    }

    @Override
    void prepare() {
      getter.get();
    }

    @Override
    Object missing() {
      return 0L;
    }
  }

  static final class IntField extends FieldCodec {
    private final Late<ToIntFunction<Record>> getter;

    IntField(int number, Late<ToIntFunction<Record>> getter) {
      super(number, WireFormat.WIRETYPE_VARINT, "int32");
      this.getter = getter;
    }

    @Override
    int size(Record owner, EncodeMode mode) {
      int value = getter.get().applyAsInt(owner);
      return value == 0 ? 0 : CodedOutputStream.computeInt32Size(number, value);
    }

    @Override
    void write(Record owner, EncodeMode mode, CodedOutputStream out) throws IOException {
      int value = getter.get().applyAsInt(owner);
      if (value != 0) {
        out.writeInt32(number, value);
      }
    }

    @Override
    Object read(CodedInputStream in, @Nullable Object before) throws IOException {
      return in.readInt32();
    }

    @Override
    void prepare() {
      getter.get();
    }

    @Override
    Object missing() {
      return 0;
    }
  }

  static final class BooleanField extends FieldCodec {
    private final Late<Predicate<Record>> getter;

    BooleanField(int number, Late<Predicate<Record>> getter) {
      super(number, WireFormat.WIRETYPE_VARINT, "bool");
      this.getter = getter;
    }

    @Override
    int size(Record owner, EncodeMode mode) {
      return getter.get().test(owner) ? CodedOutputStream.computeBoolSize(number, true) : 0;
    }

    @Override
    void write(Record owner, EncodeMode mode, CodedOutputStream out) throws IOException {
      if (getter.get().test(owner)) {
        out.writeBool(number, true);
      }
    }

    @Override
    Object read(CodedInputStream in, @Nullable Object before) throws IOException {
      return in.readBool();
    }

    @Override
    void prepare() {
      getter.get();
    }

    @Override
    Object missing() {
      return false;
    }
  }

  static final class DoubleField extends FieldCodec {
    private final Late<ToDoubleFunction<Record>> getter;

    DoubleField(int number, Late<ToDoubleFunction<Record>> getter) {
      super(number, WireFormat.WIRETYPE_FIXED64, "double");
      this.getter = getter;
    }

    @Override
    int size(Record owner, EncodeMode mode) {
      double value = getter.get().applyAsDouble(owner);
      // Bits, not ==: a negative zero is a value and must come back as one.
      return Double.doubleToLongBits(value) == 0
          ? 0
          : CodedOutputStream.computeDoubleSize(number, value);
    }

    @Override
    void write(Record owner, EncodeMode mode, CodedOutputStream out) throws IOException {
      double value = getter.get().applyAsDouble(owner);
      if (Double.doubleToLongBits(value) != 0) {
        out.writeDouble(number, value);
      }
    }

    @Override
    Object read(CodedInputStream in, @Nullable Object before) throws IOException {
      return in.readDouble();
    }

    @Override
    void prepare() {
      getter.get();
    }

    @Override
    Object missing() {
      return 0.0;
    }
  }
}
