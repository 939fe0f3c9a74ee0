// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ringmaster.bench.measure.BenchOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench invariants}. */
@Command(
    name = "invariants",
    description = "what must always hold, checked over a recorded journal",
    mixinStandardHelpOptions = true)
public final class InvariantsVerb implements Callable<Integer> {
  @Mixin private BenchOptions options = new BenchOptions();

  @Option(names = "--journal", required = true, description = "the journal's folder")
  private Path journal = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(journal)) {
      throw new ParameterException(spec.commandLine(), "there is no journal in " + journal);
    }
    JournalCheck check = new JournalCheck(journal);
    int code = options.run(folder -> check.run());
    return check.breaches().isEmpty() ? code : 1;
  }
}
