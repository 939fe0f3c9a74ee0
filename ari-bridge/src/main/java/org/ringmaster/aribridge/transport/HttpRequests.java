// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;

/** Writes requests as HTTP/1.1 to one Asterisk (RFC 9112). Any thread. */
final class HttpRequests {
  private static final byte[] VERSION = " HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LENGTH = "Content-Length: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] JSON =
      "\r\nContent-Type: application/json".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final String prefix;
  private final byte[] host;

  /** Requests to an address, with its credentials. */
  HttpRequests(AriAddress address) {
    prefix = address.prefix() + "/ari/";
    String lines =
        "Host: "
            + address.host()
            + ":"
            + address.port()
            + "\r\nAuthorization: "
            + address.authorization()
            + "\r\n";
    host = lines.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether a URI can stand in a request: nothing in it may end the request's first line. */
  static boolean canSend(AriRequest request) {
    String uri = request.uri();
    for (int i = 0; i < uri.length(); i++) {
      char c = uri.charAt(i);
      if (c <= ' ' || c == 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** Writes a request behind those that are there. */
  void write(ByteBuf out, AriRequest request) {
    ByteBufUtil.writeAscii(out, request.method());
    out.writeByte(' ');
    ByteBufUtil.writeAscii(out, prefix);
    ByteBufUtil.writeUtf8(out, request.uri());
    out.writeBytes(VERSION).writeBytes(host).writeBytes(LENGTH);
    String body = request.body();
    if (body == null) {
      out.writeByte('0').writeBytes(END);
      return;
    }
    ByteBufUtil.writeAscii(out, Integer.toString(ByteBufUtil.utf8Bytes(body)));
    out.writeBytes(JSON).writeBytes(END);
    ByteBufUtil.writeUtf8(out, body);
  }
}
