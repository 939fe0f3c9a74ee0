// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.outage;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.ringmaster.bench.measure.BenchOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench outages}. */
@Command(
    name = "outages",
    description = "PostgreSQL, the socket to Asterisk or an Asterisk goes, and comes back",
    mixinStandardHelpOptions = true)
public final class OutagesVerb implements Callable<Integer> {
  private static final long QUICK_SECONDS = 5;

  @Mixin private BenchOptions options = new BenchOptions();

  @Option(names = "--only", split = ",", description = "some of: ${COMPLETION-CANDIDATES}")
  private Set<OutagePart> only = EnumSet.allOf(OutagePart.class);

  @Option(names = "--store-minutes", description = "how long PostgreSQL is away (${DEFAULT-VALUE})")
  private long storeMinutes = 10;

  @Option(names = "--cut-seconds", description = "how long the socket is cut (${DEFAULT-VALUE})")
  private long cutSeconds = 30;

  @Override
  public Integer call() throws Exception {
    boolean quick = options.quick();
    long storeSeconds = quick ? QUICK_SECONDS : TimeUnit.MINUTES.toSeconds(storeMinutes);
    long cut = quick ? QUICK_SECONDS : cutSeconds;
    return options.run(folder -> new OutagesBench(folder, quick, only, storeSeconds, cut).run());
  }
}
