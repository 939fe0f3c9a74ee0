// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * Where pages and API listen, and what they put up with.
 *
 * @param address where to listen; port 0 takes a free one
 * @param maxConnections more are closed at once
 * @param maxBodyBytes a longer body is refused with 413
 * @param requestMillis a request must be whole after so long, else the connection is closed
 * @param idleMillis a connection without a request is closed after so long
 * @param sessionMillis a login lasts so long after its last use
 * @param maxSessionMillis and this long at most, however much it is used
 * @param names under which pages and API are known, beside addresses and {@code localhost}
 */
public record WebSettings(
    InetSocketAddress address,
    int maxConnections,
    int maxBodyBytes,
    long requestMillis,
    long idleMillis,
    long sessionMillis,
    long maxSessionMillis,
    List<String> names) {

  private static final long HOUR_MILLIS = 3_600_000;

  /** Usual limits at an address. */
  public static WebSettings at(InetSocketAddress address) {
    return new WebSettings(
        address, 4_096, 65_536, 10_000, 60_000, 12 * HOUR_MILLIS, 7 * 24 * HOUR_MILLIS, List.of());
  }

  /** The same, known under these names too. */
  public WebSettings known(List<String> as) {
    return new WebSettings(
        address,
        maxConnections,
        maxBodyBytes,
        requestMillis,
        idleMillis,
        sessionMillis,
        maxSessionMillis,
        as);
  }
}
