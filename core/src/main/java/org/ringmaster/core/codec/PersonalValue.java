// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import org.ringmaster.core.kernel.Personal;

/**
 * Text of people: a small message whose field 1 is the clear text. Fields 2 (the name of the
 * person's key) and 3 (the text sealed with it) are reserved, so that sealing needs no new type and
 * no new field number anywhere; a value that has only those reads as an empty text where nobody
 * holds the key.
 */
final class PersonalValue extends ValueCodec.Message {
  private static final int CLEAR = 1;
  private static final int CLEAR_TAG = CLEAR << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
  private static final Personal UNREADABLE = new Personal("");

  PersonalValue() {
    super("Personal");
  }

  @Override
  boolean leftOut(EncodeMode mode) {
    return mode == EncodeMode.HASH;
  }

  @Override
  int contentSize(Object value, EncodeMode mode) {
    return CodedOutputStream.computeStringSize(CLEAR, ((Personal) value).text());
  }

  @Override
  void writeContent(Object value, EncodeMode mode, CodedOutputStream out) throws IOException {
    out.writeUInt32NoTag(CLEAR_TAG);
    Texts.write(((Personal) value).text(), out);
  }

  @Override
  Object readContent(CodedInputStream in) throws IOException {
    Personal value = UNREADABLE;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == CLEAR_TAG) {
        value = new Personal(in.readStringRequireUtf8());
      } else {
        in.skipField(tag);
      }
    }
    return value;
  }
}
