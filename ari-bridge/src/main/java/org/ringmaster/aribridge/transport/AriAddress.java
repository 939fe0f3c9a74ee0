// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a node's ARI is and who we are there.
 *
 * @param node the node's name, for messages
 * @param prefix the path before {@code /ari}, empty unless {@code http.conf} sets one
 * @param tls whether to speak TLS (certificates are checked against the JVM's trust store)
 */
public record AriAddress(
    String node, String host, int port, boolean tls, String prefix, String user, String password) {

  /** A plain address without prefix. */
  public AriAddress(String node, String host, int port, String user, String password) {
    this(node, host, port, false, "", user, password);
  }

  /** The value of the header {@code Authorization}; never part of an address, so never logged. */
  public String authorization() {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** The address that requests' URIs are appended to, ending with a slash. */
  public String url() {
    return (tls ? "https://" : "http://") + host + ":" + port + prefix + "/ari/";
  }

  /** The address without the password. */
  @Override
  public String toString() {
    return node + " (" + (tls ? "https://" : "http://") + host + ":" + port + prefix + "/ari)";
  }
}
