// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  /** How the library writes it, which is what lies in journals. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "l01-t3k9a2-0000000042",
        "\u0000\u007f",
        "Zo\u00eb",
        "\u0080",
        "\u65e5\u672c",
        "\ud83d\ude00 and more"
      })
  void anyTextIsWrittenAsTheLibraryWritesIt(String text) throws IOException {
    for (String one : new String[] {text, text.repeat(300)}) {
      byte[] ours = written(out -> Texts.write(one, out));
      assertArrayEquals(written(out -> out.writeStringNoTag(one)), ours);
      assertEquals(ours.length, Texts.size(one));
    }
  }

  private static byte[] written(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes, 64);
    writing.to(out);
    out.flush();
    return bytes.toByteArray();
  }

  /** Writes something. */
  private interface Writing {
    void to(CodedOutputStream out) throws IOException;
  }
}
