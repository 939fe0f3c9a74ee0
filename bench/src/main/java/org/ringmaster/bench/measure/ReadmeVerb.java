// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bench readme}. */
@Command(
    name = "readme",
    description =
        "writes the numbers in README.md and docs/numbers anew from the reports that were saved",
    mixinStandardHelpOptions = true)
public final class ReadmeVerb implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    new SavedNumbers(SavedNumbers.home()).writeReadme();
    return 0;
  }
}
