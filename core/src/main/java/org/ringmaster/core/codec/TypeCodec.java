// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record type: its numbered fields, and its constructor. Immutable once linked; used by any
 * thread.
 */
final class TypeCodec {
  private final String name;
  private final Class<?> type;
  private final Late<MethodHandle> constructor;
  private FieldCodec[] fields = {};
  private @Nullable Object[] missing = {};

  TypeCodec(String name, Class<?> type) {
    this.name = name;
    this.type = type;
    this.constructor = new Late<>(() -> Accessors.constructor(type, type.getRecordComponents()));
  }

  /** Sets the fields; apart from the constructor, so that a record type may contain itself. */
  void link(List<FieldCodec> linked) {
    fields = linked.toArray(new FieldCodec[0]);
    missing = linked.stream().map(FieldCodec::missing).toArray();
  }

  String name() {
    return name;
  }

  Class<?> type() {
    return type;
  }

  int size(Record value, EncodeMode mode) {
    int size = 0;
    for (FieldCodec field : fields) {
      size += field.size(value, mode);
    }
    return size;
  }

  void write(Record value, EncodeMode mode, CodedOutputStream out) throws IOException {
    for (FieldCodec field : fields) {
      field.write(value, mode, out);
    }
  }

  /** Reads length and content. */
  Record readNested(CodedInputStream in) throws IOException {
    int outer = in.pushLimit(in.readRawVarint32());
    Record value = read(in);
    in.popLimit(outer);
    return value;
  }

  /** Reads up to the end or the limit. */
  Record read(CodedInputStream in) throws IOException {
    @Nullable Object[] values = missing.clone();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int number = WireFormat.getTagFieldNumber(tag);
      if (number > fields.length) {
        in.skipField(tag); // written by a newer version that has appended components
        continue;
      }
      FieldCodec field = fields[number - 1];
      if (field.wireType != WireFormat.getTagWireType(tag)) {
        throw new CodecException(
            name + " field " + number + " is not of type " + field.type + " in these bytes");
      }
      values[number - 1] = field.read(in, values[number - 1]);
    }
    for (int i = 0; i < fields.length; i++) {
      values[i] = fields[i].finished(values[i]);
    }
    return made(values);
  }

  private Record made(@Nullable Object[] values) {
    try {
      return (Record) constructor.get().invokeExact(values);
    } catch (Throwable e) {
      // The message of the constructor may quote what people said; the cause keeps it for the
      // developer.
      throw new CodecException(name + " refuses what was read", e);
    }
  }

  /** Spins everything now that would be spun when it is first used. */
  void prepare() {
    constructor.get();
    for (FieldCodec field : fields) {
      field.prepare();
    }
  }

  /** The lines of the schema: a number, a name and a type for each component. */
  void describe(StringBuilder lines) {
    RecordComponent[] components = type.getRecordComponents();
    for (int i = 0; i < fields.length; i++) {
      lines.append("  ").append(i + 1).append(' ').append(components[i].getName());
      lines.append(": ").append(fields[i].type).append('\n');
    }
  }
}
