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

  boolean up;
  String bridge = "";

  /** The caller of a number, all different for different ones. */
  StubCall(String app, int caller, long dueNanos, String createdAt) {
    this.app = app;
    this.dueNanos = dueNanos;
    this.createdAt = createdAt;
    id = "stub-1793599378." + caller;
    name = "PJSIP/carrier-%08x".formatted(caller);
    number = "+4930" + (1_000_000 + caller);
  }
}
