// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.util.concurrent.Callable;
import org.ringmaster.bench.measure.BenchOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench crash}. */
@Command(
    name = "crash",
    description =
        "kills the platform at every named point of the write path and counts what is lost",
    mixinStandardHelpOptions = true)
public final class CrashVerb implements Callable<Integer> {
  @Mixin private BenchOptions options = new BenchOptions();

  @Option(names = "--runs", description = "how many deaths (${DEFAULT-VALUE})")
  private int runs = 10_000;

  @Option(names = "--minutes", description = "begin no new round after so many; 0: no limit")
  private long minutes;

  @Option(names = "--seed", description = "of the first round (${DEFAULT-VALUE})")
  private long seed = 1;

  @Override
  public Integer call() throws Exception {
    return options.run(
        folder -> new CrashBench(folder, options.quick(), seed, runs, minutes).run());
  }
}
