// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.ringmaster.aribridge.transport.AriAddress;

/**
 * REST over an ARI application's WebSocket with nothing in between: one blocking socket, one thread
 * that writes frames and reads frames. What it takes is what Asterisk and the kernel take.
 */
final class RawSocket implements AutoCloseable {
  static final byte[] ANSWER = ascii("{\"type\":\"RESTResponse\"");
  private static final byte[] STATUS_OK = ascii("\"status_code\":2");
  private static final int MASKED = 0x80;
  private static final int TEXT = 0x81;
  private static final int PONG = 0x8a;

  private final SocketChannel channel;
  private final ServerFrames frames = new ServerFrames();
  private ByteBuffer out = ByteBuffer.allocateDirect(1 << 20);

  /** Connects; an app's former socket loses it. */
  RawSocket(AriAddress address, String app) throws IOException {
    channel = SocketChannel.open(new InetSocketAddress(address.host(), address.port()));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    String handshake =
        "GET /ari/events?app="
            + app
            + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: cmluZ21hc3Rlci1iZW5jaA==\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Protocol: ari\r\nAuthorization: "
            + address.authorization()
            + "\r\n\r\n";
    channel.write(ByteBuffer.wrap(ascii(handshake)));
    do {
      frames.read(channel);
    } while (!frames.skipHandshake());
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A request's frame as text. */
  static String request(String id, String method, String uri) {
    return "{\"type\":\"RESTRequest\",\"transaction_id\":\"\",\"request_id\":\""
        + id
        + "\",\"method\":\""
        + method
        + "\",\"uri\":\""
        + uri
        + "\"}";
  }

  /** A request's frame with a JSON body that holds no back-slash. */
  static String request(String id, String method, String uri, String body) {
    String head = request(id, method, uri);
    return head.substring(0, head.length() - 1)
        + ",\"content_type\":\"application/json\",\"message_body\":\""
        + body.replace("\"", "\\\"")
        + "\"}";
  }

  /** Puts a text frame behind those that wait to be sent. */
  void put(byte[] ascii) {
    head(TEXT, ascii.length);
    out.put(ascii);
  }

  private void head(int first, int length) {
    out.put((byte) first);
    if (length < 126) {
      out.put((byte) (MASKED | length));
    } else {
      out.put((byte) (MASKED | 126)).putShort((short) length);
    }
    // A mask of zeros leaves the text as it is.
    out.putInt(0);
  }

  /** Sends all that waits in one write. */
  void flush() throws IOException {
    out.flip();
    while (out.hasRemaining()) {
      channel.write(out);
    }
    out.clear();
  }

  void send(byte[] ascii) throws IOException {
    put(ascii);
    flush();
  }

  /** Moves to the next text frame among those that were read already. */
  boolean nextThere() throws IOException {
    while (frames.next()) {
      if (frames.isText()) {
        return true;
      }
      if (frames.isPing()) {
        head(PONG, 0);
        flush();
      }
    }
    return false;
  }

  /** Reads what there is; blocks for at least a byte. */
  void read() throws IOException {
    frames.read(channel);
  }

  /** Moves to the next text frame; blocks. */
  ServerFrames next() throws IOException {
    while (!nextThere()) {
      read();
    }
    return frames;
  }

  /** Reads on until a request is answered; blocks. */
  ServerFrames answer() throws IOException {
    do {
      next();
    } while (!frames.startsWith(ANSWER));
    return frames;
  }

  /** Asks one thing and waits for its answer. */
  String ask(String method, String uri) throws IOException {
    return ask(request("1", method, uri));
  }

  /** Sends a request and waits for its answer, which must be a good one. */
  String ask(String frame) throws IOException {
    send(ascii(frame));
    ServerFrames answer = answer();
    if (!answer.contains(STATUS_OK)) {
      throw new IOException("Asterisk refused " + frame + ": " + answer.text());
    }
    return answer.text();
  }

  ServerFrames frames() {
    return frames;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
