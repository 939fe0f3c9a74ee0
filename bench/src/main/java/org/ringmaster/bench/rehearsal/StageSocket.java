// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.rehearsal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/**
 * The server's end of one WebSocket, with no more of the protocol than our own client speaks. One
 * thread reads, any thread sends.
 */
final class StageSocket implements AutoCloseable {
  private static final String SECRET = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int FIN = 0x80;
  private static final int SHORT = 126;
  private static final int LONG = 127;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  /** Takes a connection over whose handshake is still to come. */
  StageSocket(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
  }

  /** Answers the handshake; the application that wants to be served. */
  String shake() throws IOException {
    String first = line();
    String key = "";
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
        key = header.substring(header.indexOf(':') + 1).strip();
      }
    }
    String answer =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Protocol: ari\r\nSec-WebSocket-Accept: "
            + accepted(key)
            + "\r\n\r\n";
    out.write(answer.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    String behind = first.substring(first.indexOf("app=") + "app=".length());
    return behind.split("[& ]", 2)[0];
  }

  private static String accepted(String key) {
    try {
      byte[] text = (key + SECRET).getBytes(StandardCharsets.US_ASCII);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-1", e);
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** The next text; answers pings on the way. */
  String text() throws IOException {
    while (true) {
      int kind = in.readUnsignedByte() & 0x0f;
      byte[] content = content();
      if (kind == TEXT) {
        return new String(content, StandardCharsets.UTF_8);
      } else if (kind == PING) {
        send(PONG, content);
      } else if (kind == CLOSE) {
        throw new EOFException("the client has closed");
      }
    }
  }

  private byte[] content() throws IOException {
    int length = in.readUnsignedByte() & 0x7f;
    if (length == SHORT) {
      length = in.readUnsignedShort();
    } else if (length == LONG) {
      length = Math.toIntExact(in.readLong());
    }
    byte[] mask = in.readNBytes(4);
    byte[] content = in.readNBytes(length);
    for (int i = 0; i < content.length; i++) {
      content[i] ^= mask[i & 3];
    }
    return content;
  }

  /** Sends a text. */
  void send(String text) throws IOException {
    send(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  private synchronized void send(int kind, byte[] content) throws IOException {
    out.writeByte(FIN | kind);
    if (content.length < SHORT) {
      out.writeByte(content.length);
    } else if (content.length < 1 << 16) {
      out.writeByte(SHORT);
      out.writeShort(content.length);
    } else {
      out.writeByte(LONG);
      out.writeLong(content.length);
    }
    out.write(content);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
