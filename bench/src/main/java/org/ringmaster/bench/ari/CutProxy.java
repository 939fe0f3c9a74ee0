// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a client and Asterisk and can cut every connection as a failing network does. */
final class CutProxy implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** Listens on a port of its own for connections to a port of this machine. */
  CutProxy(int target) throws IOException {
    this.target = target;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket near = server.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        open.add(near);
        open.add(far);
        Thread.ofPlatform().daemon().start(() -> pump(near, far));
        Thread.ofPlatform().daemon().start(() -> pump(far, near));
      }
    } catch (IOException closed) {
      cut();
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] bytes = new byte[64 * 1024];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
        out.write(bytes, 0, count);
      }
    } catch (IOException gone) {
      // The other direction sees it too.
      open.remove(from);
    }
  }

  /** Cuts what is connected now; new connections are let through. */
  void cut() {
    open.forEach(CutProxy::reset);
    open.clear();
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException gone) {
      // That is what was wanted.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
  }
}
