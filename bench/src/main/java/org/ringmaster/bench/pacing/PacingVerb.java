// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.pacing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringmaster.bench.measure.BenchOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench pacing}. */
@Command(
    name = "pacing",
    description = "how busy agents are kept within what may be abandoned, beside published pacers",
    mixinStandardHelpOptions = true)
public final class PacingVerb implements Callable<Integer> {
  private static final int ROUNDS = 3;
  private static final int QUICK_ROUNDS = 4;
  private static final double AGENT_HOURS = 2_400;
  private static final double QUICK_AGENT_HOURS = 150;

  @Mixin private BenchOptions options = new BenchOptions();

  @Option(names = "--seed", defaultValue = "1", description = "the first one (${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--tune",
      paramLabel = "FILE",
      description = "searches the best settings of the others again, into a file")
  private @Nullable Path tune;

  @Option(names = "--only", split = ",", description = "some parts: ${COMPLETION-CANDIDATES} (all)")
  private Set<PacingPart> only = EnumSet.allOf(PacingPart.class);

  @Override
  public Integer call() throws Exception {
    if (tune != null) {
      Tuned tuned =
          Tuned.search(
              PacingBench.cells(options.quick()).keySet().stream()
                  .filter(cell -> !cell.swings())
                  .toList());
      Files.writeString(tune, tuned.json() + System.lineSeparator());
      return 0;
    }
    int rounds = options.quick() ? QUICK_ROUNDS : ROUNDS;
    double agentHours = options.quick() ? QUICK_AGENT_HOURS : AGENT_HOURS;
    return options.run(
        folder -> new PacingBench(seed, options.quick(), rounds, agentHours, only).run());
  }
}
