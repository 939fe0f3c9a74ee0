// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import java.util.List;
import org.ringmaster.bench.measure.Figures;
import org.ringmaster.core.kernel.RecordedFact;

/** One way to bring facts into a database of its own. Used by one thread. */
interface Contestant extends AutoCloseable {

  /**
   * Makes some facts, which follow those of the last call, durable.
   *
   * @return how many it was: a slow way may end before their end
   */
  int write(List<RecordedFact> facts) throws Exception;

  /** Writes and tells facts a second. */
  default Figures timed(List<RecordedFact> facts) throws Exception {
    long began = System.nanoTime();
    int written = write(facts);
    double seconds = (System.nanoTime() - began) / 1e9;
    return Figures.of("rate", written / seconds);
  }

  @Override
  void close() throws Exception;
}
