// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.demo;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}. */
@Command(
    name = "demo",
    description = "sends callers to the running platform over SIP, with agents who answer them",
    mixinStandardHelpOptions = true)
public final class DemoVerb implements Callable<Integer> {

  @Option(names = "--callers", description = "how many callers (${DEFAULT-VALUE})")
  private int callers = 100;

  @Option(names = "--gap", description = "mean milliseconds between two callers (${DEFAULT-VALUE})")
  private long gapMillis = 1_300;

  @Option(names = "--seed", description = "of all that is drawn (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--var", description = "the platform's folder", hidden = true)
  private Path folder = Path.of(System.getProperty("ringmaster.var", "var"));

  @Override
  public Integer call() throws InterruptedException {
    DemoPlan usual = DemoPlan.usual(seed);
    DemoPlan plan =
        new DemoPlan(
            callers,
            usual.numbers(),
            gapMillis,
            usual.talkFromMillis(),
            usual.talkToMillis(),
            seed);
    return new Demo(folder, plan, System.out).run();
  }
}
