// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

/**
 * The ports one Asterisk listens on.
 *
 * @param sip UDP, for SIP
 * @param http TCP, for ARI and WebSockets
 * @param ami TCP, for AMI
 * @param rtpFirst first UDP port for media
 * @param rtpLast last UDP port for media; each leg takes two
 */
public record Ports(int sip, int http, int ami, int rtpFirst, int rtpLast) {
  private static final int LAST_PORT = 65_535;

  /** Refuses ports out of range and an empty range for media. */
  public Ports {
    for (int port : new int[] {sip, http, ami, rtpFirst, rtpLast}) {
      Refusal.unless(port >= 1 && port <= LAST_PORT, "port", Integer.toString(port));
    }
    Refusal.unless(rtpFirst < rtpLast, "range of ports", rtpFirst + "-" + rtpLast);
  }
}
