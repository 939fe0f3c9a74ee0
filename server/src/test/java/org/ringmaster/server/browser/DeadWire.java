// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A wire to a site that can die without a word: the connections that are open then stay open, and
 * nothing passes any more, as after a laptop's sleep or in a router that forgot them. New ones
 * pass.
 */
final class DeadWire implements AutoCloseable {
  private final ServerSocket listener;
  private final InetSocketAddress site;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger generation = new AtomicInteger();

  DeadWire(InetSocketAddress site) throws IOException {
    this.site = site;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
  }

  /** Nothing passes any more on what is open now. */
  void dies() {
    generation.incrementAndGet();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(site.getAddress(), site.getPort());
        sockets.add(client);
        sockets.add(server);
        int born = generation.get();
        Thread.ofVirtual().start(() -> pump(client, server, born));
        Thread.ofVirtual().start(() -> pump(server, client, born));
      }
    } catch (IOException e) {
      close();
    }
  }

  private void pump(Socket from, Socket to, int born) {
    byte[] bytes = new byte[8_192];
    try {
      int count = from.getInputStream().read(bytes);
      while (count >= 0) {
        if (born == generation.get()) {
          to.getOutputStream().write(bytes, 0, count);
        }
        count = from.getInputStream().read(bytes);
      }
      if (born == generation.get()) {
        to.close();
      }
    } catch (IOException e) {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sockets.forEach(DeadWire::close);
  }
}
