// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.server.cli.ExitCode;

/** The platform in a process of its own, as {@code up} starts it, where it cannot do its work. */
@Timeout(120)
class PlatformRunTest {
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void whatFailsAfterTheStartEndsTheProcessWithASentence() throws Exception {
    obstacle("ringmaster.address");
    Process process = start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> "still there: " + said());
      assertEquals(ExitCode.FAILED, process.exitValue(), this::said);
      assertTrue(
          said().lines().anyMatch(line -> line.startsWith("ringmaster: cannot tell in ")),
          this::said);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void thatNobodyCanBeToldWhatIsWaitedForEndsNothing() throws Exception {
    obstacle("waiting");
    Process process = start();
    try {
      Waiting.until(
          () -> said().contains("cannot write " + folder.resolve("waiting")), 20, "it is told");
      assertTrue(process.isAlive(), this::said);
      process.destroy();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> "still there: " + said());
      assertEquals(128 + 15, process.exitValue(), this::said);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** A folder with something in it, where a file is to be written. */
  private void obstacle(String name) throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve(name)).resolve("full"), "");
  }

  private Process start() throws IOException {
    Files.writeString(folder.resolve("secret"), "nobody-listens");
    Path file =
        Files.writeString(
            folder.resolve("ringmaster.yaml"),
            """
            nodes:
              edge:
                ari: {url: "http://127.0.0.1:1/ari", user: us, secret: "${file:secret}"}
            store: {url: "jdbc:postgresql://127.0.0.1:1/none", user: us, secret: "${file:secret}"}
            """);
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Ringmaster.class.getName(),
                "up",
                "--foreground",
                "--config",
                file.toString(),
                "--var",
                folder.toString()))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start();
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("said"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
