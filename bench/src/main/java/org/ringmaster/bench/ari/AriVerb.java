// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ringmaster.bench.measure.BenchOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench ari}. */
@Command(
    name = "ari",
    description = "the way between Ringmaster and Asterisk, beside ari4java and a raw socket",
    mixinStandardHelpOptions = true)
public final class AriVerb implements Callable<Integer> {
  @Mixin private BenchOptions options = new BenchOptions();

  @Option(names = "--only", split = ",", description = "some of: ${COMPLETION-CANDIDATES}")
  private Set<AriPart> only = EnumSet.allOf(AriPart.class);

  @Override
  public Integer call() throws Exception {
    return options.run(folder -> new AriBench(folder, options.quick(), only).run());
  }
}
