// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

import java.util.function.LongConsumer;

/**
 * What has begun and not ended when something else ends: those that outlast the others tell of it,
 * too. Of what begins at once, the short end first, and by them alone all would seem to be short.
 * Read by the thread that tells, only while it tells.
 */
public interface Underway {

  /** Nothing is. */
  Underway NOTHING =
      new Underway() {
        @Override
        public void ringing(LongConsumer micros) {}

        @Override
        public void talking(LongConsumer micros) {}

        @Override
        public void wrapping(LongConsumer micros) {}
      };

  /** How long each call rings that was dialled and of whose end the pacer will be told. */
  void ringing(LongConsumer micros);

  /** How long each talk lasts of whose end the pacer will be told. */
  void talking(LongConsumer micros);

  /** How long each wrap-up lasts of whose end the pacer will be told. */
  void wrapping(LongConsumer micros);
}
