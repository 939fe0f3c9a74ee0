// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.function.Consumer;
import org.ringmaster.core.kernel.RecordedFact;

/** All facts from the first one, as often as wanted: kept in memory, or read from a journal. */
@FunctionalInterface
public interface Facts {

  /** Shows every fact, in order. */
  void forEach(Consumer<RecordedFact> each);
}
