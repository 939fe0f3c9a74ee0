// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import org.ringmaster.asteriskconf.Ports;

/**
 * Finds ports on loopback that nobody uses, drawn at random below those the system gives to
 * clients, so that several labs that start at once rarely meet.
 */
public final class LabPorts {
  private static final int FIRST = 6_100;
  private static final int LAST = 9_900;
  private static final int RTP_FIRST = 10_000;
  private static final int RTP_LAST = 32_000;
  private static final int TRIES = 500;

  private LabPorts() {}

  /**
   * A port free for both TCP and UDP at this moment.
   *
   * @throws IllegalStateException if none is found
   */
  public static int free() {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port between " + FIRST + " and " + LAST);
  }

  /**
   * A set of free ports for one Asterisk. Media ports are shared by all: each bind takes a free
   * one.
   */
  public static Ports draw() {
    return new Ports(free(), free(), free(), RTP_FIRST, RTP_LAST);
  }

  private static boolean isFree(int port) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (ServerSocket tcp = new ServerSocket();
        DatagramSocket udp = new DatagramSocket(null)) {
      tcp.bind(address);
      udp.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
