// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.list;

import java.util.concurrent.Callable;
import org.ringmaster.bench.measure.BenchOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench import}. */
@Command(
    name = "import",
    description = "a file of leads read, checked and kept, beside a plain COPY of its rows",
    mixinStandardHelpOptions = true)
public final class ImportVerb implements Callable<Integer> {
  @Mixin private BenchOptions options = new BenchOptions();

  @Option(names = "--seed", description = "of the rows; usually ${DEFAULT-VALUE}")
  private long seed = 20261127;

  @Override
  public Integer call() throws Exception {
    return options.run(folder -> new ImportBench(folder, seed, options.quick()).run());
  }
}
