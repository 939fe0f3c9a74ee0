// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import org.ringmaster.asteriskconf.HostAddress;
import org.ringmaster.server.config.NodeSettings;

/** Finds the address of this machine that another one sees. */
final class LocalAddress {
  private static final int ANY_PORT = 9;

  private LocalAddress() {}

  /** The address from which we come to a node; loopback where no way leads there. Sends nothing. */
  static HostAddress towards(NodeSettings node) {
    NodeSettings.Ari ari = node.ari();
    String host = ari == null ? null : URI.create(ari.url()).getHost();
    if (host == null) {
      return HostAddress.LOOPBACK;
    }
    InetSocketAddress there = new InetSocketAddress(host, ANY_PORT);
    if (there.isUnresolved()) {
      return HostAddress.LOOPBACK;
    }
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(there);
      return socket.getLocalAddress() instanceof Inet4Address here
          ? new HostAddress(here.getHostAddress())
          : HostAddress.LOOPBACK;
    } catch (SocketException e) {
      return HostAddress.LOOPBACK;
    }
  }
}
