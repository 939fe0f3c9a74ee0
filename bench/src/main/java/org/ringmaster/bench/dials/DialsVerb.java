// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.dials;

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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench dials}. */
@Command(
    name = "dials",
    description = "a million calls of campaigns under faults, and who must not have been dialled",
    mixinStandardHelpOptions = true)
public final class DialsVerb implements Callable<Integer> {
  private static final long QUICK_CALLS = 15_000;

  @Mixin private BenchOptions options = new BenchOptions();

  @Option(
      names = "--calls",
      defaultValue = "1000000",
      description = "how many dials, to the end of the last seed (${DEFAULT-VALUE})")
  private long calls;

  @Option(names = "--seed", defaultValue = "1", description = "the first one (${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--threads",
      defaultValue = "2",
      description = "how many seeds are lived at a time (${DEFAULT-VALUE})")
  private int threads;

  @Option(
      names = "--broken",
      description = "remove a guard on purpose and see that it is missed: its name, or all")
  private @Nullable String broken;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (calls < 1 || threads < 1) {
      throw new ParameterException(spec.commandLine(), "--calls and --threads must be at least 1");
    }
    long many = options.quick() ? Math.min(calls, QUICK_CALLS) : calls;
    DialsBench bench = new DialsBench(seed, many, threads, DialsBench.MINUTES);
    List<Sabotage> guards = OnPurpose.named(broken, Sabotage.all(), "guard", spec);
    AtomicBoolean bad = new AtomicBoolean();
    int code =
        options.run(
            folder -> {
              Report report = guards.isEmpty() ? bench.run(options.quick()) : bench.run(guards);
              bad.set(!bench.broken().isEmpty());
              return report;
            });
    return bad.get() ? 1 : code;
  }
}
