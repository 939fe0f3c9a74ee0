// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.days;

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

/** {@code bench days}. */
@Command(
    name = "days",
    description = "millions of calls on simulated days of a busy centre, and who got which agent",
    mixinStandardHelpOptions = true)
public final class DaysVerb implements Callable<Integer> {
  private static final long QUICK_CALLS = 20_000;

  @Mixin private BenchOptions options = new BenchOptions();

  @Option(
      names = "--calls",
      defaultValue = "10000000",
      description = "how many, to the end of the last day (${DEFAULT-VALUE})")
  private long calls;

  @Option(names = "--seed", defaultValue = "1", description = "of the first day (${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--threads",
      defaultValue = "2",
      description = "how many days are lived at a time (${DEFAULT-VALUE})")
  private int threads;

  @Option(
      names = "--minutes",
      defaultValue = "1440",
      description = "no new day begins after so many (${DEFAULT-VALUE})")
  private long minutes;

  @Option(
      names = "--broken",
      description = "plant a flaw in the matching and see that it is caught: its name, or all")
  private @Nullable String broken;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (calls < 1 || threads < 1) {
      throw new ParameterException(spec.commandLine(), "--calls and --threads must be at least 1");
    }
    long many = options.quick() ? Math.min(calls, QUICK_CALLS) : calls;
    DaysBench bench = new DaysBench(seed, many, threads, minutes);
    List<Flaw> flaws = OnPurpose.named(broken, List.of(Flaw.values()), "flaw", spec);
    AtomicBoolean bad = new AtomicBoolean();
    int code =
        options.run(
            folder -> {
              Report report = flaws.isEmpty() ? bench.run(options.quick()) : bench.run(flaws);
              bad.set(!bench.broken().isEmpty());
              return report;
            });
    return bad.get() ? 1 : code;
  }
}
