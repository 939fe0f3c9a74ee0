// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the programs of PostgreSQL. It refuses to run as root, so root runs it in a user namespace,
 * in which it is nobody in particular and yet owns its files.
 */
final class PostgresCommands {
  private static final long PATIENCE_SECONDS = 120;

  private final PostgresPrograms programs;
  private final List<String> prefix;

  PostgresCommands(PostgresPrograms programs) throws IOException {
    this.programs = programs;
    this.prefix = isRoot() ? List.of("unshare", "--user") : List.of();
    if (!prefix.isEmpty() && run(List.of("unshare", "--user", "true")).code() != 0) {
      throw new StoreException(
          "PostgreSQL does not run as root, and this machine gives root no user namespace"
              + " (unshare --user). Start the platform as an ordinary user, or give the address of"
              + " a PostgreSQL of your own in ringmaster.yaml.");
    }
  }

  /** What a program said, and how it ended. */
  record Outcome(int code, String text) {}

  /** The major version of the programs, such as {@code 18}. */
  String majorVersion() throws IOException {
    String said = mustRun("postgres", "--version"); // postgres (PostgreSQL) 18.6
    String version = said.strip().substring(said.strip().lastIndexOf(' ') + 1);
    return version.substring(0, version.indexOf('.'));
  }

  /** Runs a program to its end; what it said. Fails where it fails. */
  String mustRun(String program, String... arguments) throws IOException {
    Outcome outcome = tryRun(program, arguments);
    if (outcome.code() != 0) {
      throw new StoreException(
          program + " of the built-in PostgreSQL failed: " + outcome.text().strip());
    }
    return outcome.text();
  }

  /** Runs a program to its end, however it ends. */
  Outcome tryRun(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(programs.program(program).toString());
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static Outcome run(List<String> command) throws IOException {
    // A file, not a pipe: the server that pg_ctl leaves behind must not hold our end of it.
    Path said = Files.createTempFile("ringmaster-postgres", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.redirectErrorStream(true).redirectOutput(said.toFile());
      builder.redirectInput(Path.of("/dev/null").toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      builder.environment().put("LC_ALL", "C");
      Process process = builder.start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Outcome(-1, "no end after " + PATIENCE_SECONDS + " s");
      }
      return new Outcome(process.exitValue(), Files.readString(said));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted while PostgreSQL was being handled", e);
    } finally {
      Files.delete(said);
    }
  }

  private static boolean isRoot() throws IOException {
    return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
  }
}
