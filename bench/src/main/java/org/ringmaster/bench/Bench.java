// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench;

import org.ringmaster.bench.ari.AriVerb;
import org.ringmaster.bench.campaign.CampaignVerb;
import org.ringmaster.bench.chaos.ChaosVerb;
import org.ringmaster.bench.days.DaysVerb;
import org.ringmaster.bench.demo.DemoVerb;
import org.ringmaster.bench.dials.DialsVerb;
import org.ringmaster.bench.fault.CrashVerb;
import org.ringmaster.bench.forecast.ForecastVerb;
import org.ringmaster.bench.invariant.InvariantsVerb;
import org.ringmaster.bench.kernel.KernelVerb;
import org.ringmaster.bench.list.ImportVerb;
import org.ringmaster.bench.measure.ReadmeVerb;
import org.ringmaster.bench.measure.ScorecardVerb;
import org.ringmaster.bench.outage.OutagesVerb;
import org.ringmaster.bench.outage.RecoveryVerb;
import org.ringmaster.bench.pacing.PacingVerb;
import org.ringmaster.bench.routing.RoutingVerb;
import org.ringmaster.bench.store.StoreVerb;
import org.ringmaster.bench.wait.WaitVerb;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where the process of {@code ./ringmaster bench} and {@code ./ringmaster demo} begins. */
@Command(
    name = "ringmaster",
    subcommands = {Bench.Benches.class, DemoVerb.class})
public final class Bench {
  private Bench() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return new CommandLine(new Bench()).execute(arguments);
  }

  /** All benches. */
  @Command(
      name = "bench",
      description = "measures Ringmaster beside others on this machine",
      subcommands = {
        AriVerb.class,
        CampaignVerb.class,
        ChaosVerb.class,
        CrashVerb.class,
        DaysVerb.class,
        DialsVerb.class,
        ForecastVerb.class,
        ImportVerb.class,
        InvariantsVerb.class,
        KernelVerb.class,
        OutagesVerb.class,
        PacingVerb.class,
        RecoveryVerb.class,
        RoutingVerb.class,
        StoreVerb.class,
        WaitVerb.class,
        ScorecardVerb.class,
        ReadmeVerb.class
      },
      mixinStandardHelpOptions = true)
  static final class Benches {}
}
