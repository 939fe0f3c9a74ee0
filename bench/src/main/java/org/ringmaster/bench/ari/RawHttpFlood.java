// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.ringmaster.aribridge.transport.AriAddress;

/** Pipelined pings over several raw HTTP connections that are kept open. One thread. */
final class RawHttpFlood implements AutoCloseable {
  private static final byte[] STATUS = RawSocket.ascii("HTTP/1.1 200");

  private final Selector selector = Selector.open();
  private final List<Connection> connections = new ArrayList<>();
  private final byte[] ping;

  RawHttpFlood(AriAddress address, int count) throws IOException {
    ping =
        RawSocket.ascii(
            "GET /ari/asterisk/ping HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + address.authorization()
                + "\r\n\r\n");
    for (int i = 0; i < count; i++) {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(address.host(), address.port()));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      Connection connection = new Connection(channel);
      channel.register(selector, SelectionKey.OP_READ, connection);
      connections.add(connection);
    }
  }

  /** Sends so many, a fixed number of them under way; how many were answered in a second. */
  double perSecond(int count, int window) throws IOException {
    long began = System.nanoTime();
    int asked = 0;
    int answered = 0;
    for (Connection connection : connections) {
      connection.write(window / connections.size());
      asked += window / connections.size();
    }
    while (answered < count) {
      selector.select();
      for (SelectionKey key : selector.selectedKeys()) {
        Connection connection = (Connection) key.attachment();
        int came = connection.read();
        answered += came;
        int more = Math.min(came, count - asked);
        connection.write(more);
        asked += more;
      }
      selector.selectedKeys().clear();
    }
    return count * 1e9 / (System.nanoTime() - began);
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : connections) {
      connection.channel.close();
    }
    selector.close();
  }

  /** One connection, and how much of a status line the last read ended with. */
  private final class Connection {
    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(64 * 1024);
    private int matched;

    Connection(SocketChannel channel) {
      this.channel = channel;
    }

    void write(int requests) throws IOException {
      ByteBuffer out = ByteBuffer.allocate(requests * ping.length);
      for (int i = 0; i < requests; i++) {
        out.put(ping);
      }
      out.flip();
      while (out.hasRemaining()) {
        channel.write(out);
      }
    }

    int read() throws IOException {
      in.clear();
      if (channel.read(in) < 0) {
        throw new EOFException("Asterisk has closed the connection");
      }
      int found = 0;
      for (int i = 0; i < in.position(); i++) {
        byte b = in.get(i);
        matched = b == STATUS[matched] ? matched + 1 : b == STATUS[0] ? 1 : 0;
        if (matched == STATUS.length) {
          matched = 0;
          found++;
        }
      }
      return found;
    }
  }
}
