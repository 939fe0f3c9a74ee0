// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.engine.Recovery;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.journal.JournalException;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.journal.JournalReader;
import org.ringmaster.dialer.DialerCentre;

/**
 * Damages copies of a journal, its segments and snapshots, cut at any byte and with bits flipped,
 * and lets the platform read them: it may refuse, or say that it has cut a tail, but what it takes
 * for a fact must be one. Used by one thread, while nobody writes the original.
 */
final class Damage {
  private static final int BITS = 8;

  private final FactCodec codec;
  private final Tally tally;
  private final SplittableRandom random;

  Damage(FactCodec codec, Tally tally, SplittableRandom random) {
    this.codec = codec;
    this.tally = tally;
    this.random = random;
  }

  /** Damages so many copies of a journal, each once. */
  void tryOn(Path journal, int copies) throws IOException {
    Map<Long, byte[]> facts = facts(journal);
    if (facts.isEmpty()) {
      return;
    }
    Path copy = journal.resolveSibling(journal.getFileName() + "-damaged");
    for (int i = 0; i < copies && tally.clean(); i++) {
      copy(journal, copy);
      String what = damage(copy);
      judge(copy, facts, what);
    }
    empty(copy);
    Files.deleteIfExists(copy);
  }

  private static Map<Long, byte[]> facts(Path journal) throws IOException {
    Map<Long, byte[]> facts = new TreeMap<>();
    long first = firstSequence(journal);
    try (JournalReader reader = new JournalReader(journal, first)) {
      while (reader.next()) {
        facts.put(reader.sequence(), bytes(reader.payload()));
      }
    }
    return facts;
  }

  private static long firstSequence(Path journal) throws IOException {
    List<Path> segments = files(journal, "facts-", ".seg");
    if (segments.isEmpty()) {
      return 1;
    }
    String name = segments.getFirst().getFileName().toString();
    return Long.parseLong(name.substring("facts-".length(), name.length() - ".seg".length()));
  }

  private static byte[] bytes(ByteBuffer payload) {
    byte[] bytes = new byte[payload.remaining()];
    payload.get(payload.position(), bytes);
    return bytes;
  }

  private static List<Path> files(Path folder, String prefix, String suffix) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(
              file -> {
                String name = file.getFileName().toString();
                return name.startsWith(prefix) && name.endsWith(suffix);
              })
          .sorted()
          .toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    empty(to);
    try (Stream<Path> all = Files.list(from)) {
      for (Path file : all.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith("facts-") || name.endsWith(".snap")) {
          Files.copy(file, to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void empty(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        for (Path file : all.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private String damage(Path folder) throws IOException {
    List<Path> files = files(folder, "", "");
    Path file = files.get(random.nextInt(files.size()));
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      long written = written(open);
      long at = random.nextLong(written);
      if (random.nextBoolean()) {
        open.setLength(at);
        return file.getFileName() + " cut at byte " + at;
      }
      int bits = 1 + random.nextInt(BITS);
      for (int bit = 0; bit < bits; bit++) {
        long place = Math.min(written - 1, at + random.nextInt(2 * bit + 1));
        open.seek(place);
        int old = open.read();
        open.seek(place);
        open.write(old ^ 1 << random.nextInt(BITS));
      }
      return file.getFileName() + " with up to " + bits + " bits flipped from byte " + at;
    }
  }

  /** Where the last byte ends that is not zero: behind it there is nothing to damage. */
  private static long written(RandomAccessFile open) throws IOException {
    byte[] all = new byte[(int) open.length()];
    open.readFully(all);
    int end = all.length;
    while (end > 1 && all[end - 1] == 0) {
      end--;
    }
    return end;
  }

  private void judge(Path folder, Map<Long, byte[]> facts, String what) {
    long last = ((TreeMap<Long, byte[]>) facts).lastKey();
    JournalOptions options = JournalOptions.in(folder, Life.CELL).withRoom(0, 0);
    options = options.withSegmentBytes(1 << 14);
    try (FileJournal journal = FileJournal.open(options)) {
      Centre centre = DialerCentre.centre();
      new Recovery(options, codec).into(centre, List.of(), journal.lastSequence());
      long read = read(folder, facts, what);
      if (journal.lastSequence() == last && read == last) {
        tally.damage(Tally.Seen.HARMLESS);
      } else if (journal.report().tornBytes() > 0) {
        tally.damage(Tally.Seen.TAIL_CUT);
      } else {
        // Whole frames and nothing behind them: only the store can tell, which is ahead.
        tally.damage(Tally.Seen.NOT_SEEN);
      }
    } catch (JournalException | IllegalStateException refused) {
      tally.damage(Tally.Seen.REFUSED);
    }
  }

  /** The last fact that is read; each must be what it was. */
  private long read(Path folder, Map<Long, byte[]> facts, String what) {
    long read = 0;
    try (JournalReader reader = new JournalReader(folder, firstOf(facts))) {
      while (reader.next()) {
        read = reader.sequence();
        if (!Arrays.equals(facts.get(read), bytes(reader.payload()))) {
          tally.altered("fact " + read + " is another one after " + what);
        }
      }
    }
    return read;
  }

  private static long firstOf(Map<Long, byte[]> facts) {
    return facts.keySet().iterator().next();
  }
}
