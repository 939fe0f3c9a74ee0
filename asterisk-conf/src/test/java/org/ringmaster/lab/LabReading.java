// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Reads what the lab's Asterisks wrote, and waits for it. */
final class LabReading {
  private static final long DEADLINE_NANOS = 60_000_000_000L;
  private static final long POLL_MILLIS = 20;

  private LabReading() {}

  static List<String> bootComplaints(LabAsterisk asterisk) {
    return read(asterisk.messagesFile()).stream()
        .filter(line -> line.contains("WARNING[1]") || line.contains("ERROR["))
        .toList();
  }

  static List<String> lines(LabAsterisk asterisk, String one, String other) {
    return read(asterisk.celFile()).stream()
        .filter(line -> line.contains("\"" + one + "\"") && line.contains("\"" + other + "\""))
        .toList();
  }

  static boolean lived(LabAsterisk asterisk, String uniqueId, String type) {
    return !lines(asterisk, uniqueId, type).isEmpty();
  }

  static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + DEADLINE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not in time: " + what);
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private static List<String> read(java.nio.file.Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
