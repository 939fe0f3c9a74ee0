// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.interval;

import org.ringmaster.core.kernel.Envelope;

/**
 * When a fact counts: when the outside says that it happened, but never after we wrote it down and
 * never before what the same caller or agent did last. So no time is negative and none is counted
 * twice, whatever the clocks say.
 */
final class Moment {

  private Moment() {}

  static long of(Envelope envelope) {
    return Math.min(envelope.occurredAtMicros(), envelope.recordedAtMicros());
  }

  static long of(Envelope envelope, long notBeforeMicros) {
    return Math.max(notBeforeMicros, of(envelope));
  }
}
