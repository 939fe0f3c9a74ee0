// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rehearsal in a process of its own, as a build starts it. */
@Tag("postgres")
class RehearsalTest {
  @Test
  void callersTalkToAgentsWhatTheyDidIsBroughtBackAndTheProcessEndsCleanly(@TempDir Path folder)
      throws Exception {
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-Dringmaster.home=" + folder,
                    "-Dringmaster.var=" + folder,
                    "-cp",
                    System.getProperty("java.class.path"),
                    Rehearsal.class.getName(),
                    folder.toString(),
                    "2"))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertTrue(process.waitFor(90, TimeUnit.SECONDS), () -> "still at it: " + text(said));
      assertEquals(0, process.exitValue(), () -> text(said));
      assertTrue(text(said).contains(" talked to an agent"), () -> text(said));
      assertTrue(
          text(said).lines().anyMatch(line -> line.matches("[1-9][0-9]+ facts brought back")),
          () -> text(said));
      assertFalse(text(said).contains(" ERROR "), () -> text(said));
    } finally {
      process.destroyForcibly();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }
}
