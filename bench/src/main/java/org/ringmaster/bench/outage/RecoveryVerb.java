// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.outage;

import java.util.concurrent.Callable;
import org.ringmaster.bench.measure.BenchOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench recovery}. */
@Command(
    name = "recovery",
    description = "how soon a killed platform and a cut socket are back, with a long journal",
    mixinStandardHelpOptions = true)
public final class RecoveryVerb implements Callable<Integer> {
  private static final long QUICK_FACTS = 50_000;
  private static final int QUICK_CALLERS = 20;

  @Mixin private BenchOptions options = new BenchOptions();

  @Option(names = "--facts", description = "how many the journal has (${DEFAULT-VALUE})")
  private long facts = 2_090_000;

  @Option(names = "--callers", description = "how many are in calls (${DEFAULT-VALUE})")
  private int callers = 200;

  @Option(names = "--rounds", description = "how often it is killed (${DEFAULT-VALUE})")
  private int rounds = 5;

  @Override
  public Integer call() throws Exception {
    boolean quick = options.quick();
    return options.run(
        folder ->
            new RecoveryBench(
                    folder,
                    quick,
                    quick ? Math.min(facts, QUICK_FACTS) : facts,
                    quick ? Math.min(callers, QUICK_CALLERS) : callers,
                    quick ? 1 : rounds)
                .run());
  }
}
