// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An accessor that is spun when it is first used: most of the hundreds of types are not met while a
 * platform starts, and spinning is a good part of what a start costs. Used by any thread; two that
 * come at the same time may both spin it, and either result serves (accessors have no state).
 *
 * @param <T> the accessor's shape
 */
final class Late<T> {
  private final Supplier<T> spinning;
  private @Nullable T spun;

  Late(Supplier<T> spinning) {
    this.spinning = spinning;
  }

  T get() {
    T ready = spun;
    if (ready == null) {
      ready = spinning.get();
      spun = ready;
    }
    return ready;
  }
}
