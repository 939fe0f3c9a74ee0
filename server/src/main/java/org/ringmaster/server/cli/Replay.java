// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.journal.JournalReader;
import org.ringmaster.core.journal.SegmentFile;
import org.ringmaster.core.journal.Snapshot;
import org.ringmaster.core.journal.Snapshots;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.load.LeadFolder;

/**
 * What a journal gives when it is read again.
 *
 * @param firstSequence the first fact read, or the one after the snapshot it began with
 * @param lastSequence the last fact read
 * @param facts how many were read
 * @param stateHash the hash of the state after them
 * @param snapshots each snapshot, and whether its state was reached again
 */
record Replay(
    long firstSequence, long lastSequence, long facts, long stateHash, List<Compared> snapshots) {
  private static final int ANY_CELL = 1;

  /**
   * A snapshot beside what was reached.
   *
   * @param reached the hash reached; the snapshot's own where the replay began with it
   */
  record Compared(long sequence, long stated, long reached) {
    boolean same() {
      return stated == reached;
    }

    Map<String, Object> map() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("sequence", sequence);
      map.put("stateHash", hex(stated));
      map.put("same", same());
      return map;
    }
  }

  static Replay of(Path folder) {
    FactCodec codec = FactCodec.of(DialerCentre.names().build());
    Centre centre = DialerCentre.centre(LeadFolder.beside(folder));
    TreeMap<Long, Snapshot> snapshots = snapshots(folder, codec);
    List<Compared> compared = new ArrayList<>();
    long from = firstKept(folder);
    if (from > 1) {
      // Older facts are gone from the folder: begin with a snapshot that has them.
      Map.Entry<Long, Snapshot> begin = snapshots.ceilingEntry(from - 1);
      if (begin != null) {
        begin.getValue().entities().forEach(centre::restore);
        long reached = centre.hash(codec);
        compared.add(new Compared(begin.getKey(), begin.getValue().stateHash(), reached));
        from = begin.getKey() + 1;
      }
    }
    long facts = 0;
    FactFrame frame = new FactFrame(codec);
    try (JournalReader reader = new JournalReader(folder, from)) {
      while (reader.next()) {
        centre.replay(frame.decode(reader.sequence(), reader.payload()));
        facts++;
        Snapshot here = snapshots.get(reader.sequence());
        if (here != null) {
          compared.add(new Compared(here.sequence(), here.stateHash(), centre.hash(codec)));
        }
      }
    }
    return new Replay(from, from + facts - 1, facts, centre.hash(codec), compared);
  }

  /** Whether every snapshot's state was reached again. */
  boolean same() {
    return snapshots.stream().allMatch(Compared::same);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        facts == 0
            ? "No facts."
            : facts + " facts, " + firstSequence + " to " + lastSequence + "; none is missing.");
    lines.add("State hash " + hex(stateHash));
    for (Compared one : snapshots) {
      lines.add(
          "Snapshot at fact "
              + one.sequence()
              + (one.same()
                  ? ": the same state"
                  : ": ANOTHER STATE, it says " + hex(one.stated())));
    }
    return lines;
  }

  static String hex(long hash) {
    return HexFormat.of().toHexDigits(hash);
  }

  private static long firstKept(Path folder) {
    List<SegmentFile> segments = SegmentFile.list(folder);
    return segments.isEmpty() ? 1 : segments.getFirst().firstSequence();
  }

  private static TreeMap<Long, Snapshot> snapshots(Path folder, FactCodec codec) {
    TreeMap<Long, Snapshot> found = new TreeMap<>();
    new Snapshots(JournalOptions.in(folder, ANY_CELL), codec)
        .readable()
        .forEach(snapshot -> found.put(snapshot.sequence(), snapshot));
    return found;
  }
}
