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
import java.util.Optional;
import org.ringmaster.asteriskconf.ConfFiles;

/**
 * The guard beside an edge of the lab: {@code guard.sh} in a process of its own, which outlives us.
 * It ends when the edge is closed, by whichever process does that.
 */
public final class Guard implements AutoCloseable {
  private final LabNote.Process process;
  private final Path said;

  private Guard(LabNote.Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  /** Sees to it that there is a guard beside an edge, one only. */
  static void ensure(LabAsterisk edge, int goneSeconds) {
    if (running(edge.instance()).isEmpty()) {
      start(edge, goneSeconds);
    }
  }

  /** Ends the guard beside an edge, if there is one. */
  static void end(LabInstance instance) {
    running(instance).ifPresent(ProcessHandle::destroyForcibly);
  }

  private static Optional<ProcessHandle> running(LabInstance instance) {
    Path file = note(instance);
    try {
      return Files.exists(file)
          ? LabNote.Process.parse(Files.readString(file)).alive()
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static Path note(LabInstance instance) {
    return instance.folder().resolve("guard.pid");
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
      LabNote.Process noted = LabNote.Process.of(process.toHandle());
      Files.writeString(note(edge.instance()), noted.text());
      return new Guard(noted, said);
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
    process.alive().ifPresent(ProcessHandle::destroyForcibly);
  }
}
