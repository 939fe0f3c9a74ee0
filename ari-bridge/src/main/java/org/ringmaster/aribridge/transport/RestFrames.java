// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;

/** The frames of REST over WebSocket: writes requests, tells answers from events. Any thread. */
final class RestFrames {
  /** Asterisk reads frames up to 65,535 bytes; the rest is room for its own header. */
  static final int MAX_REQUEST_BYTES = 65_000;

  private static final byte[] ANSWER_PREFIX =
      "{\"type\":\"RESTResponse\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] HEAD =
      "{\"type\":\"RESTRequest\",\"transaction_id\":\"\",\"request_id\":\""
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] METHOD = "\",\"method\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] URI = "\",\"uri\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BODY =
      "\",\"content_type\":\"application/json\",\"message_body\":\""
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TAIL = "\"}".getBytes(StandardCharsets.US_ASCII);
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private RestFrames() {}

  /** Whether a text frame answers a request; looks at its first 22 bytes only. */
  static boolean isAnswer(ByteBuf frame) {
    int start = frame.readerIndex();
    if (frame.readableBytes() < ANSWER_PREFIX.length) {
      return false;
    }
    for (int i = 0; i < ANSWER_PREFIX.length; i++) {
      if (frame.getByte(start + i) != ANSWER_PREFIX[i]) {
        return false;
      }
    }
    return true;
  }

  /** Writes a request as a frame's text. */
  static void write(ByteBuf out, long id, AriRequest request) {
    out.writeBytes(HEAD);
    ByteBufUtil.writeAscii(out, Long.toString(id));
    out.writeBytes(METHOD);
    ByteBufUtil.writeAscii(out, request.method());
    out.writeBytes(URI);
    writeEscaped(out, request.uri());
    String body = request.body();
    if (body != null) {
      out.writeBytes(BODY);
      writeEscaped(out, body);
    }
    out.writeBytes(TAIL);
  }

  /** Writes a text as the inside of a JSON string. */
  static void writeEscaped(ByteBuf out, String text) {
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\') {
        continue;
      }
      ByteBufUtil.writeUtf8(out, text, run, i);
      run = i + 1;
      out.writeByte('\\');
      if (c >= ' ') {
        out.writeByte(c);
      } else {
        out.writeByte('u').writeByte('0').writeByte('0');
        out.writeByte(HEX[c >> 4]).writeByte(HEX[c & 15]);
      }
    }
    ByteBufUtil.writeUtf8(out, text, run, text.length());
  }
}
