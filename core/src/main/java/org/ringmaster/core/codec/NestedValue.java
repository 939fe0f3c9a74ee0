// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;

/** A record inside a record, with numbered fields of its own. */
final class NestedValue extends ValueCodec.Message {
  private final TypeCodec codec;

  NestedValue(TypeCodec codec) {
    super(codec.name());
    this.codec = codec;
  }

  @Override
  int contentSize(Object value, EncodeMode mode) {
    return codec.size((Record) value, mode);
  }

  @Override
  void writeContent(Object value, EncodeMode mode, CodedOutputStream out) throws IOException {
    codec.write((Record) value, mode, out);
  }

  @Override
  Object readContent(CodedInputStream in) throws IOException {
    return codec.read(in);
  }
}
