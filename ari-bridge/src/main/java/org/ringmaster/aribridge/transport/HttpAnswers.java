// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.TooLongFrameException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Cuts the bytes of one HTTP/1.1 connection into answers (RFC 9112): status and body, which is all
 * that a request's asker wants to know. Bodies have a length or come in chunks; interim answers are
 * left out. Not thread-safe.
 */
final class HttpAnswers {
  /** What is no HTTP/1.1 answer, or one whose end nobody can tell. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  private static final int KEPT_BYTES = 256 * 1024;
  private static final int MAX_HEAD_BYTES = 64 * 1024;
  private static final int MAX_LINE_BYTES = 8 * 1024;
  private static final byte[] VERSION = "HTTP/1.".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LENGTH = "content-length".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CODING = "transfer-encoding".getBytes(StandardCharsets.US_ASCII);

  /** What the next bytes are. */
  private enum Part {
    HEAD,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    TRAILER
  }

  private final int maxBodyBytes;
  private byte[] bytes = new byte[KEPT_BYTES / 4];
  private int from;
  private int to;
  private Part part = Part.HEAD;
  private final ByteArrayOutputStream chunks = new ByteArrayOutputStream(0);
  private int wanted;
  private boolean chunked;
  private int status;
  private String body = "";

  /** Answers with bodies up to a length. */
  HttpAnswers(int maxBodyBytes) {
    this.maxBodyBytes = maxBodyBytes;
  }

  /** Takes what has been read. */
  void take(ByteBuf read) {
    int count = read.readableBytes();
    room(count);
    read.readBytes(bytes, to, count);
    to += count;
  }

  private void room(int count) {
    if (from == to) {
      from = 0;
      to = 0;
      if (bytes.length > KEPT_BYTES) {
        bytes = new byte[KEPT_BYTES];
      }
    }
    if (bytes.length - to < count) {
      int there = to - from;
      byte[] target = there + count > bytes.length ? new byte[2 * (there + count)] : bytes;
      System.arraycopy(bytes, from, target, 0, there);
      bytes = target;
      from = 0;
      to = there;
    }
  }

  /**
   * Moves to the next answer; false when it has not all come yet.
   *
   * @throws TooLongFrameException when an answer is longer than it may be
   */
  boolean next() throws Malformed {
    while (true) {
      boolean went =
          switch (part) {
            case HEAD -> head();
            case BODY -> whole();
            case CHUNK_SIZE -> chunkSize();
            case CHUNK -> chunk();
            case TRAILER -> trailer();
          };
      if (!went) {
        return false;
      }
      if (part == Part.HEAD && status >= 200) {
        return true;
      }
    }
  }

  /** The status code of the answer. */
  int status() {
    return status;
  }

  /** The body of the answer, empty when it has none. */
  String body() {
    return body;
  }

  private boolean head() throws Malformed {
    int end = headEnd();
    if (end < 0) {
      if (to - from > MAX_HEAD_BYTES) {
        throw new TooLongFrameException("an answer's head of more than " + MAX_HEAD_BYTES);
      }
      return false;
    }
    statusLine();
    wanted = -1;
    chunked = false;
    for (int line = lineEnd(from) + 1; line < end; line = lineEnd(line) + 1) {
      header(line);
    }
    from = end;
    body = "";
    boolean bodiless = status < 200 || status == 204 || status == 304;
    if (bodiless || (wanted == 0 && !chunked)) {
      part = Part.HEAD;
    } else if (chunked) {
      chunks.reset();
      part = Part.CHUNK_SIZE;
    } else if (wanted < 0) {
      throw new Malformed("an answer without a length");
    } else {
      part = Part.BODY;
    }
    return true;
  }

  /** Where the head's empty line ends, or -1. Lines may end with a line feed alone. */
  private int headEnd() {
    for (int line = lineEnd(from); line >= 0; line = lineEnd(line + 1)) {
      int next = line + 1;
      if (next < to && bytes[next] == '\n') {
        return next + 1;
      }
      if (next + 1 < to && bytes[next] == '\r' && bytes[next + 1] == '\n') {
        return next + 2;
      }
    }
    return -1;
  }

  private int lineEnd(int start) {
    for (int i = start; i < to; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void statusLine() throws Malformed {
    int code = from + VERSION.length + 2;
    if (!Arrays.equals(bytes, from, code - 2, VERSION, 0, VERSION.length)
        || bytes[code - 1] != ' ') {
      throw new Malformed("no HTTP/1.1");
    }
    status = digit(bytes[code]) * 100 + digit(bytes[code + 1]) * 10 + digit(bytes[code + 2]);
  }

  private static int digit(byte b) throws Malformed {
    if (b < '0' || b > '9') {
      throw new Malformed("no status code");
    }
    return b - '0';
  }

  private void header(int line) throws Malformed {
    int first = bytes[line] | 0x20;
    if (first == 'c' && isNamed(line, LENGTH)) {
      wanted = length(value(line, LENGTH));
    } else if (first == 't' && isNamed(line, CODING)) {
      chunked = value(line, CODING).toLowerCase(Locale.ROOT).endsWith("chunked");
      if (!chunked) {
        throw new Malformed("a coding that was not asked for");
      }
    }
  }

  private boolean isNamed(int line, byte[] name) {
    if (line + name.length >= to || bytes[line + name.length] != ':') {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      // All letters of these names become themselves in lower case; the hyphen has the bit already.
      if ((bytes[line + i] | 0x20) != name[i]) {
        return false;
      }
    }
    return true;
  }

  private String value(int line, byte[] name) {
    int start = line + name.length + 1;
    return new String(bytes, start, lineEnd(line) - start, StandardCharsets.US_ASCII).strip();
  }

  private int length(String digits) throws Malformed {
    long length = number(digits, 10);
    if (length > maxBodyBytes) {
      throw new TooLongFrameException("a body of " + length + " bytes");
    }
    return (int) length;
  }

  private static long number(String digits, int radix) throws Malformed {
    if (digits.isEmpty() || digits.length() > 15 || digits.charAt(0) == '+') {
      throw new Malformed("no length");
    }
    try {
      long number = Long.parseLong(digits, radix);
      if (number < 0) {
        throw new Malformed("no length");
      }
      return number;
    } catch (NumberFormatException e) {
      throw new Malformed("no length");
    }
  }

  private boolean whole() {
    if (to - from < wanted) {
      return false;
    }
    body = new String(bytes, from, wanted, StandardCharsets.UTF_8);
    from += wanted;
    part = Part.HEAD;
    return true;
  }

  private boolean chunkSize() throws Malformed {
    int end = shortLineEnd();
    if (end < 0) {
      return false;
    }
    String line = new String(bytes, from, end - from, StandardCharsets.US_ASCII);
    long size = number(line.split(";", 2)[0].strip(), 16);
    if (size + chunks.size() > maxBodyBytes) {
      throw new TooLongFrameException("a body of more than " + maxBodyBytes + " bytes");
    }
    from = end + 1;
    wanted = (int) size;
    part = size == 0 ? Part.TRAILER : Part.CHUNK;
    return true;
  }

  private int shortLineEnd() {
    int end = lineEnd(from);
    if (end < 0 && to - from > MAX_LINE_BYTES) {
      throw new TooLongFrameException("a line of more than " + MAX_LINE_BYTES);
    }
    return end;
  }

  private boolean chunk() throws Malformed {
    if (to - from < wanted + 2) {
      return false;
    }
    if (bytes[from + wanted] != '\r' || bytes[from + wanted + 1] != '\n') {
      throw new Malformed("a chunk that goes on behind its end");
    }
    chunks.write(bytes, from, wanted);
    from += wanted + 2;
    part = Part.CHUNK_SIZE;
    return true;
  }

  private boolean trailer() {
    int end = shortLineEnd();
    if (end < 0) {
      return false;
    }
    boolean empty = end == from || (end == from + 1 && bytes[from] == '\r');
    from = end + 1;
    if (empty) {
      body = chunks.toString(StandardCharsets.UTF_8);
      part = Part.HEAD;
    }
    return true;
  }
}
