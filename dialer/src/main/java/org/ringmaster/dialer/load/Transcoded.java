// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A file of two bytes a letter as UTF-8, so that its rows can be told apart by their bytes; what is
 * no text becomes U+FFFD. For one thread.
 */
final class Transcoded extends InputStream {

  private static final int CHARS = 1 << 13;

  private final Reader from;
  private final char[] chars = new char[CHARS + 1];
  private byte[] bytes = new byte[0];
  private int at;
  private int kept;

  Transcoded(InputStream from, Charset charset) {
    this.from = new InputStreamReader(from, charset);
  }

  @Override
  public int read() throws IOException {
    return more() ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!more()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, into, offset, count);
    at += count;
    return count;
  }

  private boolean more() throws IOException {
    while (at == bytes.length) {
      int count = from.read(chars, kept, CHARS);
      if (count < 0 && kept == 0) {
        return false;
      }
      int all = kept + Math.max(count, 0);
      // A letter of two chars is not cut in two.
      boolean isCut = count > 0 && Character.isHighSurrogate(chars[all - 1]);
      int whole = isCut ? all - 1 : all;
      bytes = new String(chars, 0, whole).getBytes(StandardCharsets.UTF_8);
      at = 0;
      kept = all - whole;
      if (isCut) {
        chars[0] = chars[whole];
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    from.close();
  }
}
