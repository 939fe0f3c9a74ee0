// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Values that are one text or one number on the wire. */
final class ScalarValues {
  private ScalarValues() {}

  /** Anything that has one text: strings, id records, enum constants, dates, zones. */
  static final class TextValue extends ValueCodec {
    private final Function<Object, String> text;
    private final Function<String, Object> made;

    TextValue(String type, Function<Object, String> text, Function<String, Object> made) {
      super(WireFormat.WIRETYPE_LENGTH_DELIMITED, type);
      this.text = text;
      this.made = made;
    }

    static TextValue ofRecord(Class<?> id, RecordComponent component) {
      Late<Function<Record, @Nullable Object>> getter =
          new Late<>(() -> Accessors.objectGetter(component));
      Late<Function<Object, Record>> constructor = new Late<>(() -> Accessors.fromText(id));
      return new TextValue(
          Schema.nameOf(id) + " (string)",
          value -> (String) getter.get().apply((Record) value),
          text -> constructor.get().apply(text));
    }

    /** Constants are written by name, so they may be reordered and added to. */
    static TextValue ofEnum(Class<?> type) {
      String enumName = Schema.nameOf(type);
      Map<String, Object> constants = new HashMap<>();
      for (Object constant : type.getEnumConstants()) {
        constants.put(((Enum<?>) constant).name(), constant);
      }
      Object unknown = constants.get("UNKNOWN");
      return new TextValue(
          enumName,
          value -> ((Enum<?>) value).name(),
          name -> {
            Object constant = constants.getOrDefault(name, unknown);
            if (constant == null) {
              throw new CodecException(
                  enumName + " has no constant " + name + " and no UNKNOWN to take its place");
            }
            return constant;
          });
    }

    @Override
    int size(Object value, EncodeMode mode) {
      return Texts.size(text.apply(value));
    }

    @Override
    void write(Object value, EncodeMode mode, CodedOutputStream out) throws IOException {
      Texts.write(text.apply(value), out);
    }

    @Override
    Object read(CodedInputStream in) throws IOException {
      return made.apply(in.readStringRequireUtf8());
    }

    @Override
    Comparable<?> sortKey(Object value) {
      return text.apply(value);
    }
  }

  /** Boxed numbers and records over one number. */
  static final class LongValue extends ValueCodec {
    private final ToLongFunction<Object> number;
    private final LongFunction<?> made;

    LongValue(String type, ToLongFunction<Object> number, LongFunction<?> made) {
      super(WireFormat.WIRETYPE_VARINT, type);
      this.number = number;
      this.made = made;
    }

    static LongValue ofRecord(Class<?> id, RecordComponent component) {
      Late<ToLongFunction<Record>> getter = new Late<>(() -> Accessors.longGetter(component));
      Late<LongFunction<Record>> constructor = new Late<>(() -> Accessors.fromLong(id));
      return new LongValue(
          Schema.nameOf(id) + " (int64)",
          value -> getter.get().applyAsLong((Record) value),
          number -> constructor.get().apply(number));
    }

    static LongValue ofIntRecord(Class<?> id, RecordComponent component) {
      Late<ToIntFunction<Record>> getter = new Late<>(() -> Accessors.intGetter(component));
      Late<IntFunction<Record>> constructor = new Late<>(() -> Accessors.fromInt(id));
      return new LongValue(
          Schema.nameOf(id) + " (int32)",
          value -> getter.get().applyAsInt((Record) value),
          number -> constructor.get().apply(Math.toIntExact(number)));
    }

    @Override
    int size(Object value, EncodeMode mode) {
      return CodedOutputStream.computeInt64SizeNoTag(number.applyAsLong(value));
    }

    @Override
    void write(Object value, EncodeMode mode, CodedOutputStream out) throws IOException {
      out.writeInt64NoTag(number.applyAsLong(value));
    }

    @Override
    Object read(CodedInputStream in) throws IOException {
      return made.apply(in.readInt64());
    }

    @Override
    Comparable<?> sortKey(Object value) {
      return number.applyAsLong(value);
    }
  }

  /** Boxed doubles. */
  static final class DoubleValue extends ValueCodec {
    DoubleValue() {
      super(WireFormat.WIRETYPE_FIXED64, "double");
    }

    @Override
    int size(Object value, EncodeMode mode) {
      return Double.BYTES;
    }

    @Override
    void write(Object value, EncodeMode mode, CodedOutputStream out) throws IOException {
      out.writeDoubleNoTag((Double) value);
    }

    @Override
    Object read(CodedInputStream in) throws IOException {
      return in.readDouble();
    }
  }
}
