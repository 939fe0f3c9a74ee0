// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.outage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A wire to a port of this machine that can be cut as a failing network cuts it, and mended. Any
 * thread.
 */
public final class CutWire implements AutoCloseable {
  private static final int BACKLOG = 100;
  private static final int CHUNK_BYTES = 64 * 1024;

  private final ServerSocket listener;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  /** Listens on a port of its own for connections to another one. */
  public CutWire(int target) throws IOException {
    this.target = target;
    listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().name("cut-wire").daemon().start(this::accept);
  }

  /** Where to connect instead. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Cuts all that goes through now; what connects anew is let through. */
  public void drop() {
    sockets.forEach(CutWire::reset);
    sockets.clear();
  }

  /** Cuts all that goes through, and lets nothing new through. */
  public void cut() {
    cut = true;
    drop();
  }

  /** Lets through what connects anew. */
  public void mend() {
    cut = false;
  }

  private void accept() {
    try {
      while (true) {
        connect(listener.accept());
      }
    } catch (IOException closed) {
      drop();
    }
  }

  private void connect(Socket near) {
    try {
      if (cut) {
        throw new IOException("cut");
      }
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      sockets.add(near);
      sockets.add(far);
      Thread.ofPlatform().daemon().start(() -> pump(near, far));
      Thread.ofPlatform().daemon().start(() -> pump(far, near));
    } catch (IOException nobodyThere) {
      reset(near);
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] bytes = new byte[CHUNK_BYTES];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
        out.write(bytes, 0, count);
      }
    } catch (IOException gone) {
      // The other direction sees it too.
      sockets.remove(from);
    }
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
    listener.close();
    drop();
  }
}
