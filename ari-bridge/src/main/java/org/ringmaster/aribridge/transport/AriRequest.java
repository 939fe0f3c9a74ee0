// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import org.jspecify.annotations.Nullable;

/**
 * One REST request.
 *
 * @param method GET, POST, PUT or DELETE
 * @param uri path and query below {@code /ari/}, percent-encoded, without leading slash
 * @param body JSON, or null
 * @param timeoutMillis how long an answer is waited for, counted from the asking
 */
public record AriRequest(String method, String uri, @Nullable String body, long timeoutMillis) {
  /** How long an answer is waited for unless a request says otherwise. */
  public static final long TIMEOUT_MILLIS = 5_000;

  public static AriRequest get(String uri) {
    return new AriRequest("GET", uri, null, TIMEOUT_MILLIS);
  }

  public static AriRequest post(String uri) {
    return new AriRequest("POST", uri, null, TIMEOUT_MILLIS);
  }

  public static AriRequest post(String uri, @Nullable String body) {
    return new AriRequest("POST", uri, body, TIMEOUT_MILLIS);
  }

  public static AriRequest put(String uri, @Nullable String body) {
    return new AriRequest("PUT", uri, body, TIMEOUT_MILLIS);
  }

  public static AriRequest delete(String uri) {
    return new AriRequest("DELETE", uri, null, TIMEOUT_MILLIS);
  }

  /** The same request with another time-out. */
  public AriRequest within(long millis) {
    return new AriRequest(method, uri, body, millis);
  }

  /** Method and path; query and body may hold numbers of people and stay out. */
  @Override
  public String toString() {
    int query = uri.indexOf('?');
    return method + " " + (query < 0 ? uri : uri.substring(0, query));
  }
}
