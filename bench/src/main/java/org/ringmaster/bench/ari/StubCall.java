// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

/** A caller at a {@link StubAsterisk}. Owned by its event loop. */
final class StubCall {
  final String app;
  final String id;
  final String name;
  final String number;
  final String createdAt;

  /** The instant that was meant for the arrival, by {@link System#nanoTime()}. */
  final long dueNanos;

  /** The bridge it is in, as events tell it; empty for none. */
  String bridge = "";

  private String channel = "";
  private boolean up;

  /** The caller of a number, all different for different ones. */
  StubCall(String app, int caller, long dueNanos, String createdAt) {
    this.app = app;
    this.dueNanos = dueNanos;
    this.createdAt = createdAt;
    id = "stub-1793599378." + caller;
    name = "PJSIP/carrier-" + Integer.toHexString(1 << 28 | caller);
    number = "+4930" + (1_000_000 + caller);
    channel = StubTexts.channel(this, false);
  }

  /** The channel as events tell it. */
  String channel() {
    return channel;
  }

  boolean isUp() {
    return up;
  }

  void answer() {
    up = true;
    channel = StubTexts.channel(this, true);
  }
}
