// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.cel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CelTailTest {
  @TempDir Path folder;
  private Path file;
  private final List<String> seen = new ArrayList<>();

  @BeforeEach
  void name() {
    file = folder.resolve("cel.json");
  }

  private CelTail tail(long lastBytes) {
    return new CelTail(file, lastBytes, row -> seen.add(row.uniqueId()));
  }

  private static String row(String id) {
    return "{\"eventtype\":\"CHAN_START\",\"eventtime\":\"1700000000.000001\",\"uniqueid\":\""
        + id
        + "\"}\n";
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Test
  void aFileCutAtEveryByteGivesTheSameRows() throws IOException {
    byte[] whole = (row("a") + row("\u00e9") + row("c")).getBytes(StandardCharsets.UTF_8);
    for (int cut = 0; cut <= whole.length; cut++) {
      seen.clear();
      Files.write(file, java.util.Arrays.copyOf(whole, cut));
      try (CelTail tail = tail(Long.MAX_VALUE)) {
        tail.poll();
        Files.write(
            file,
            java.util.Arrays.copyOfRange(whole, cut, whole.length),
            StandardOpenOption.APPEND);
        tail.poll();
        tail.poll();
        assertEquals(List.of("a", "\u00e9", "c"), seen, "cut at " + cut);
      }
    }
  }

  @Test
  void aFileThatComesLaterIsReadFromItsBeginning() throws IOException {
    try (CelTail tail = tail(0)) {
      tail.poll();
      write(row("a"));
      tail.poll();
      assertEquals(List.of("a"), seen);
    }
  }

  @Test
  void onlyTheLastPartOfAnOldFileIsReadAndHalfLinesAreLeftOut() throws IOException {
    write(row("a") + row("b") + row("c"));
    try (CelTail tail = tail(row("c").length() + 5L)) {
      tail.poll();
      assertEquals(List.of("c"), seen);
    }
  }

  @Test
  void aRotatedFileIsReadToItsEndBeforeTheNewOne() throws IOException {
    write(row("a"));
    try (CelTail tail = tail(Long.MAX_VALUE)) {
      tail.poll();
      write(row("b"));
      Files.move(file, folder.resolve("cel.json.1"));
      write(row("c"));
      tail.poll();
      assertEquals(List.of("a", "b", "c"), seen);
    }
  }

  @Test
  void aFileThatWasCutOffIsReadAnew() throws IOException {
    write(row("a") + row("b"));
    try (CelTail tail = tail(Long.MAX_VALUE)) {
      tail.poll();
      Files.writeString(file, row("c"));
      tail.poll();
      assertEquals(List.of("a", "b", "c"), seen);
    }
  }

  @Test
  void linesThatAreNoRowsAreCountedAndOthersRead() throws IOException {
    write(
        "garbage\n" + row("a") + "{\"eventtype\":\"X\"}\n" + "x".repeat(300_000) + "\n" + row("b"));
    try (CelTail tail = tail(Long.MAX_VALUE)) {
      tail.poll();
      assertEquals(List.of("a", "b"), seen);
      assertEquals(3, tail.malformed());
    }
  }
}
