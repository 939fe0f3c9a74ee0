// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.routing;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ringmaster.bench.measure.BenchOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench routing}. */
@Command(
    name = "routing",
    description = "from a free agent to the next caller, beside app_queue on the same Asterisk",
    mixinStandardHelpOptions = true)
public final class RoutingVerb implements Callable<Integer> {
  @Mixin private BenchOptions options = new BenchOptions();

  @Option(
      names = "--rounds",
      description = "how often both are measured in turn (${DEFAULT-VALUE})")
  private int rounds = 3;

  @Option(names = "--only", split = ",", description = "some of: ${COMPLETION-CANDIDATES}")
  private Set<RoutingPart> only = EnumSet.allOf(RoutingPart.class);

  @Override
  public Integer call() throws Exception {
    return options.run(folder -> new RoutingBench(folder, options.quick(), rounds, only).run());
  }
}
