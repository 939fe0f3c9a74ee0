// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.campaign;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ringmaster.bench.measure.BenchOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench campaign}. */
@Command(
    name = "campaign",
    description = "a predictive campaign on a real Asterisk, beside simulated hours of it",
    mixinStandardHelpOptions = true)
public final class CampaignVerb implements Callable<Integer> {
  @Mixin private BenchOptions options = new BenchOptions();

  @Option(names = "--seed", defaultValue = "1", description = "of the leads (${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--only", split = ",", description = "some parts: ${COMPLETION-CANDIDATES} (all)")
  private Set<CampaignPart> only = EnumSet.allOf(CampaignPart.class);

  @Override
  public Integer call() throws Exception {
    return options.run(folder -> new CampaignBench(folder, seed, options.quick(), only).run());
  }
}
