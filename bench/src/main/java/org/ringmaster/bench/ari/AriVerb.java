// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.util.concurrent.Callable;
import org.ringmaster.bench.measure.BenchOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bench ari}. */
@Command(
    name = "ari",
    description = "the way between Ringmaster and Asterisk, beside ari4java and a raw socket",
    mixinStandardHelpOptions = true)
public final class AriVerb implements Callable<Integer> {
  @Mixin private BenchOptions options = new BenchOptions();

  @Override
  public Integer call() throws Exception {
    return options.run(folder -> new AriBench(folder, options.quick()).run());
  }
}
