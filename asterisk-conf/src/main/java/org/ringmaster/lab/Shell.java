// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs one program of the machine to its end. Programs get no standard input. */
final class Shell {

  /**
   * What a program said and how it ended.
   *
   * @param exit its exit code
   * @param output standard output and standard error, as they came
   */
  record Result(int exit, String output) {}

  private Shell() {}

  /** Whether the machine has a program of this name. */
  static boolean has(String program) {
    for (String folder : (System.getenv("PATH") + ":/usr/sbin:/sbin").split(":")) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  /** Runs a program and hands over each line it prints. Returns its exit code. */
  static int run(List<String> command, Consumer<String> line) {
    try {
      Process process = builder(command).start();
      process.getOutputStream().close();
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String said = out.readLine(); said != null; said = out.readLine()) {
          line.accept(said);
        }
      }
      return process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + command.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + command.getFirst() + " ran", e);
    }
  }

  /** Runs a program and returns all it said; one that takes too long is killed and fails. */
  static Result run(List<String> command, long timeoutMillis) {
    try {
      Path output = Files.createTempFile("ringmaster-", ".out");
      try {
        Process process = builder(command).redirectOutput(output.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(timeoutMillis, TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
          throw new IllegalStateException(
              "no end after " + timeoutMillis + " ms: " + String.join(" ", command));
        }
        return new Result(process.exitValue(), Files.readString(output));
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + command.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + command.getFirst() + " ran", e);
    }
  }

  private static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().merge("PATH", ":/usr/sbin:/sbin", String::concat);
    return builder;
  }
}
