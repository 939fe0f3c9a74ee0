// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;

/**
 * How the driver of the database gets its sockets: those of a life die with it. Named in the
 * address of a database, which the driver makes it from. Any thread.
 */
public final class DyingSockets extends SocketFactory {
  private static final Map<String, StoreWire> WIRES = new ConcurrentHashMap<>();
  private static final AtomicInteger MADE = new AtomicInteger();

  private final StoreWire wire;

  /** Called by the driver, with what stands behind {@code socketFactoryArg}. */
  public DyingSockets(String name) {
    StoreWire known = WIRES.get(name);
    if (known == null) {
      throw new CrashError(); // a thread of a life that is long over
    }
    wire = known;
  }

  /** Makes a wire known; its name, until {@link #forget}. */
  static String register(StoreWire wire) {
    String name = "wire" + MADE.incrementAndGet();
    WIRES.put(name, wire);
    return name;
  }

  static void forget(String name) {
    WIRES.remove(name);
  }

  @Override
  public Socket createSocket() {
    return wire.socket();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException();
  }
}
