// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;

/**
 * Texts as the protobuf wire format has them: length, then UTF-8. The library makes an array of
 * bytes for each text it writes; nearly all of ours (ids, names of constants) are plain ASCII, and
 * those are written as they stand. Pure functions.
 */
public final class Texts {
  private static final int ASCII = 0x80;

  private Texts() {}

  /** Bytes that {@link #write} will write. */
  public static int size(String text) {
    return CodedOutputStream.computeStringSizeNoTag(text);
  }

  /** Writes length and content. */
  public static void write(String text, CodedOutputStream out) throws IOException {
    int length = text.length();
    if (!isAscii(text)) {
      out.writeStringNoTag(text);
      return;
    }
    out.writeUInt32NoTag(length);
    for (int i = 0; i < length; i++) {
      out.write((byte) text.charAt(i));
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= ASCII) {
        return false;
      }
    }
    return true;
  }
}
