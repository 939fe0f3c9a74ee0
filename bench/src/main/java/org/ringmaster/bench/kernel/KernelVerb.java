// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ringmaster.bench.measure.BenchOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench kernel}. */
@Command(
    name = "kernel",
    description = "what the platform takes without a telephone world, and how soon people see it",
    mixinStandardHelpOptions = true)
public final class KernelVerb implements Callable<Integer> {
  @Mixin private BenchOptions options = new BenchOptions();

  @Option(names = "--only", split = ",", description = "some of: ${COMPLETION-CANDIDATES}")
  private Set<KernelPart> only = EnumSet.allOf(KernelPart.class);

  @Override
  public Integer call() throws Exception {
    return options.run(folder -> new KernelBench(folder, options.quick(), only).run());
  }
}
