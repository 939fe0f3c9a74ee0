// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.ringmaster.asteriskconf.ConfFiles;

/**
 * The guard beside an edge of the lab: {@code guard.sh} in a process of its own, which outlives us
 * and ends when the edge's folder is gone.
 */
public final class Guard implements AutoCloseable {
  private final Process process;
  private final Path said;

  private Guard(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  /**
   * Starts the guard.
   *
   * @param edge the edge to look after
   * @param goneSeconds how long Ringmaster must be away before waiting callers are moved
   */
  public static Guard start(LabAsterisk edge, int goneSeconds) {
    Path folder = edge.instance().folder();
    Path script = folder.resolve("guard.sh");
    Path said = folder.resolve("log/guard");
    try (InputStream in = ConfFiles.class.getResourceAsStream("guard.sh")) {
      Files.copy(
          Objects.requireNonNull(in, "guard.sh"), script, StandardCopyOption.REPLACE_EXISTING);
      ProcessBuilder builder =
          new ProcessBuilder(
              List.of(
                  "setsid",
                  "sh",
                  script.toString(),
                  "-g",
                  Integer.toString(goneSeconds),
                  "-p",
                  goneSeconds < 10 ? "0.2" : "2",
                  "-w",
                  edge.instance().note().toString()));
      builder.environment().put("ASTERISK", String.join(" ", edge.console()));
      Process process =
          builder
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
              .start();
      process.getOutputStream().close();
      return new Guard(process, said);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the guard", e);
    }
  }

  /** What it has said so far, a line for each thing it did. */
  public String said() {
    try {
      return Files.readString(said);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + said, e);
    }
  }

  /** Ends it now. */
  @Override
  public void close() {
    process.destroy();
  }
}
