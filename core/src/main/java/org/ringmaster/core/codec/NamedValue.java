// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A component whose declared type is an interface: the value must be a registered record and
 * carries its short name along (field 1 the name, field 2 the record). So a timer can hold any
 * input, and a list facts of every kind.
 */
final class NamedValue extends ValueCodec.Message {
  private static final int NAME = 1;
  private static final int BODY = 2;
  private static final int NAME_TAG = NAME << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
  private static final int BODY_TAG = BODY << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;

  private final Class<?> declared;
  private final Shapes shapes;

  NamedValue(Class<?> declared, Shapes shapes) {
    super("any " + Schema.nameOf(declared));
    this.declared = declared;
    this.shapes = shapes;
  }

  @Override
  int contentSize(Object value, EncodeMode mode) {
    TypeCodec codec = shapes.registered(value.getClass());
    int size = codec.size((Record) value, mode);
    return CodedOutputStream.computeStringSize(NAME, codec.name())
        + CodedOutputStream.computeTagSize(BODY)
        + CodedOutputStream.computeUInt32SizeNoTag(size)
        + size;
  }

  @Override
  void writeContent(Object value, EncodeMode mode, CodedOutputStream out) throws IOException {
    TypeCodec codec = shapes.registered(value.getClass());
    out.writeUInt32NoTag(NAME_TAG);
    Texts.write(codec.name(), out);
    out.writeUInt32NoTag(BODY_TAG);
    out.writeUInt32NoTag(codec.size((Record) value, mode));
    codec.write((Record) value, mode, out);
  }

  @Override
  Object readContent(CodedInputStream in) throws IOException {
    TypeCodec codec = null;
    Record value = null;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == NAME_TAG) {
        codec = shapes.named(in.readStringRequireUtf8());
      } else if (tag == BODY_TAG && codec != null) {
        value = codec.readNested(in);
      } else {
        in.skipField(tag);
      }
    }
    return checked(value);
  }

  private Object checked(@Nullable Record value) {
    if (value == null) {
      throw new CodecException("a value of type " + declared.getSimpleName() + " lacks its name");
    }
    if (!declared.isInstance(value)) {
      throw new CodecException(
          value.getClass().getSimpleName() + " is not a " + declared.getSimpleName());
    }
    return value;
  }
}
