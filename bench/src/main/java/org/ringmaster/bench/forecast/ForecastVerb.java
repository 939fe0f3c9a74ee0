// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.forecast;

import java.util.concurrent.Callable;
import org.ringmaster.bench.measure.BenchOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench forecast}. */
@Command(
    name = "forecast",
    description = "how often what a campaign comes to lies in the band that was foreseen",
    mixinStandardHelpOptions = true)
public final class ForecastVerb implements Callable<Integer> {
  private static final int RUNS = 100;
  private static final int DAYS = 200;
  private static final int QUICK_RUNS = 50;
  private static final int QUICK_DAYS = 60;

  @Mixin private BenchOptions options = new BenchOptions();

  @Option(names = "--seed", defaultValue = "1", description = "of the truth (${DEFAULT-VALUE})")
  private long seed;

  @Override
  public Integer call() throws Exception {
    boolean quick = options.quick();
    return options.run(
        folder ->
            new ForecastBench(seed, quick, quick ? QUICK_RUNS : RUNS, quick ? QUICK_DAYS : DAYS)
                .run());
  }
}
