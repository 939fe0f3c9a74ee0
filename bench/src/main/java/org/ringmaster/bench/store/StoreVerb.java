// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ringmaster.bench.measure.BenchOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench store}. */
@Command(
    name = "store",
    description = "facts into PostgreSQL, beside inserts in three ways and a bare COPY",
    mixinStandardHelpOptions = true)
public final class StoreVerb implements Callable<Integer> {
  @Mixin private BenchOptions options = new BenchOptions();

  @Option(names = "--only", split = ",", description = "some of: ${COMPLETION-CANDIDATES}")
  private Set<StorePart> only = EnumSet.allOf(StorePart.class);

  @Override
  public Integer call() throws Exception {
    return options.run(folder -> new StoreBench(folder, options.quick(), only).run());
  }
}
