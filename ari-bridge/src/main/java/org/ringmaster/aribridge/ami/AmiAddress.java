// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.ami;

/**
 * Where a node's AMI is and who we are there.
 *
 * @param tls whether to speak TLS
 */
public record AmiAddress(String host, int port, boolean tls, String user, String secret) {

  /** The address without the secret. */
  @Override
  public String toString() {
    return (tls ? "tls://" : "tcp://") + host + ":" + port;
  }
}
