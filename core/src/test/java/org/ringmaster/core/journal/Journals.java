// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Small journals whose payloads tell their sequence, for the tests of this package. */
final class Journals {
  static final int SEGMENT_BYTES = 1024;

  private Journals() {}

  /** A journal of tiny segments on a disk that does not wait for syncs. */
  static JournalOptions tiny(Path folder) {
    return JournalOptions.in(folder, 1)
        .withSegmentBytes(SEGMENT_BYTES)
        .withDisk(new TrickyDisk())
        .withRoom(0, 0);
  }

  /** A payload of 5 to 44 bytes that only this sequence has. */
  static ByteBuffer payload(long sequence) {
    String text = "fact " + sequence + " " + "x".repeat((int) (sequence * 7 % 37));
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  static void append(FileJournal journal, long from, long to) {
    for (long sequence = from; sequence <= to; sequence++) {
      journal.append(sequence, payload(sequence));
    }
  }

  /**
   * Reads the folder from a sequence to its end and checks every payload; returns the last
   * sequence.
   */
  static long readAll(Path folder, long from) {
    long last = from - 1;
    try (JournalReader reader = new JournalReader(folder, from)) {
      while (reader.next()) {
        last++;
        assertEquals(last, reader.sequence());
        assertEquals(payload(last), reader.payload());
      }
    }
    return last;
  }
}
