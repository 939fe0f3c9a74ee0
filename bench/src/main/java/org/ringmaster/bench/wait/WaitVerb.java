// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.wait;

import java.util.concurrent.Callable;
import org.ringmaster.bench.measure.BenchOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench wait}. */
@Command(
    name = "wait",
    description = "how well a caller's wait is foreseen, beside app_queue's formula",
    mixinStandardHelpOptions = true)
public final class WaitVerb implements Callable<Integer> {
  @Mixin private BenchOptions options = new BenchOptions();

  @Option(names = "--seed", defaultValue = "1", description = "the first one (${DEFAULT-VALUE})")
  private long seed;

  @Override
  public Integer call() throws Exception {
    return options.run(folder -> new WaitBench(seed, options.quick()).run());
  }
}
