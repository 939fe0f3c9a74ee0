// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bench scorecard}. */
@Command(
    name = "scorecard",
    description = "what happens when things go wrong, from the reports that were saved",
    mixinStandardHelpOptions = true)
public final class ScorecardVerb implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    out.print(new SavedNumbers(SavedNumbers.home()).scorecard().text());
    return 0;
  }
}
