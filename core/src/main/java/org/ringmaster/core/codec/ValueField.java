// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A component of reference type: written when it is there, also when it is an empty text; null is
 * absent.
 */
final class ValueField extends FieldCodec {
  private final Late<Function<Record, @Nullable Object>> getter;
  private final ValueCodec value;

  ValueField(int number, Late<Function<Record, @Nullable Object>> getter, ValueCodec value) {
    super(number, value.wireType, value.type);
    this.getter = getter;
    this.value = value;
  }

  @Override
  int size(Record owner, EncodeMode mode) {
    Object held = getter.get().apply(owner);
    return held == null || value.leftOut(mode)
        ? 0
        : CodedOutputStream.computeTagSize(number) + value.size(held, mode);
  }

  @Override
  void write(Record owner, EncodeMode mode, CodedOutputStream out) throws IOException {
    Object held = getter.get().apply(owner);
    if (held != null && !value.leftOut(mode)) {
      out.writeTag(number, wireType);
      value.write(held, mode, out);
    }
  }

  @Override
  Object read(CodedInputStream in, @Nullable Object before) throws IOException {
    return value.read(in);
  }

  @Override
  void prepare() {
    getter.get();
  }

  @Override
  @Nullable Object missing() {
    return null;
  }
}
