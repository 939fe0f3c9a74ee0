// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.netty.handler.codec.http.HttpHeaders;

/** Headers that keep browsers from doing with our answers what nobody wants. */
final class Hardening {

  private Hardening() {}

  static void apply(HttpHeaders headers) {
    headers.set("x-content-type-options", "nosniff");
    headers.set("referrer-policy", "no-referrer");
    headers.set("cross-origin-opener-policy", "same-origin");
    headers.set("cross-origin-resource-policy", "same-origin");
  }
}
