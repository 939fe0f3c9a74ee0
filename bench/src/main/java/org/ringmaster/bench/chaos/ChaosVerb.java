// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.chaos;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.ringmaster.bench.measure.BenchOptions;
import org.ringmaster.bench.measure.OnPurpose;
import org.ringmaster.bench.measure.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench chaos}. */
@Command(
    name = "chaos",
    description = "short simulated days on which everything goes wrong, and what must hold",
    mixinStandardHelpOptions = true)
public final class ChaosVerb implements Callable<Integer> {
  private static final int QUICK_SEEDS = 50;

  @Mixin private BenchOptions options = new BenchOptions();

  @Option(names = "--seeds", defaultValue = "500", description = "how many (${DEFAULT-VALUE})")
  private int seeds;

  @Option(names = "--seed", defaultValue = "1", description = "the first one (${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--broken",
      description = "break a guarantee on purpose and see that it is caught: its name, or all")
  private @Nullable String broken;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    int many = options.quick() ? Math.min(seeds, QUICK_SEEDS) : seeds;
    ChaosBench bench = new ChaosBench(seed, many);
    List<Sabotage> guarantees = OnPurpose.named(broken, Sabotage.all(), "guarantee", spec);
    AtomicBoolean bad = new AtomicBoolean();
    int code =
        options.run(
            folder -> {
              Report report =
                  guarantees.isEmpty() ? bench.run(options.quick()) : bench.run(guarantees);
              bad.set(!bench.broken().isEmpty());
              return report;
            });
    return bad.get() ? 1 : code;
  }
}
