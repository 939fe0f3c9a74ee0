// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ringmaster.core.codec.CodecException;
import org.ringmaster.core.codec.FactCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Snapshots of the past, one every so many facts, for whoever asks how it was then: nobody need
 * read all facts since the beginning. They are second names of files that {@link Snapshots} has
 * written, in a folder beside them; a start never needs them. The follower adds, any thread reads.
 */
public final class SnapshotAlbum {

  /** How many facts lie between two of them in a platform: some seconds of reading. */
  public static final long USUAL_FACTS = 500_000;

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotAlbum.class);
  private static final String FOLDER = "past";
  private static final String SUFFIX = ".snap";
  private static final int MOST = 200;

  private final Path folder;
  private final FactCodec codec;
  private final long everyFacts;
  private final long keepMillis;

  /**
   * The album beside a journal.
   *
   * @param keepMillis how old they may become; 0 for as old as they like
   */
  public SnapshotAlbum(JournalOptions options, FactCodec codec, long everyFacts, long keepMillis) {
    this.folder = options.folder().resolve(FOLDER);
    this.codec = codec;
    this.everyFacts = everyFacts;
    this.keepMillis = keepMillis;
  }

  /**
   * Keeps a snapshot that was written just now, if the last one kept is far enough behind. A
   * failure is told and costs nothing else.
   */
  void add(Path file, long sequence) {
    try {
      List<Long> kept = sequences();
      if (!kept.isEmpty() && sequence - kept.getLast() < everyFacts) {
        return;
      }
      Files.createDirectories(folder);
      Path name = file(sequence);
      Files.deleteIfExists(name);
      Files.createLink(name, file);
      forgetOld(kept, Files.getLastModifiedTime(file).toMillis());
    } catch (IOException | UnsupportedOperationException e) {
      LOG.warn("the snapshot at fact {} is not kept for the past: {}", sequence, e.toString());
    }
  }

  private void forgetOld(List<Long> kept, long nowMillis) throws IOException {
    for (int i = 0; i < kept.size(); i++) {
      Path old = file(kept.get(i));
      boolean tooOld =
          keepMillis > 0 && nowMillis - Files.getLastModifiedTime(old).toMillis() > keepMillis;
      if (tooOld || kept.size() - i >= MOST) {
        Files.deleteIfExists(old);
      }
    }
  }

  /** The newest one that can be read and is of no later fact; empty where there is none. */
  public Optional<Snapshot> upTo(long sequence) {
    try {
      List<Long> kept = sequences();
      for (int i = kept.size() - 1; i >= 0; i--) {
        Optional<Snapshot> found = kept.get(i) <= sequence ? read(kept.get(i)) : Optional.empty();
        if (found.isPresent()) {
          return found;
        }
      }
    } catch (IOException e) {
      LOG.warn("the snapshots of the past cannot be listed: {}", e.toString());
    }
    return Optional.empty();
  }

  /** One of another version may not be readable; the one before perhaps is. */
  private Optional<Snapshot> read(long sequence) {
    try {
      Snapshot snapshot = SnapshotFile.read(file(sequence), codec);
      return snapshot.schema() == codec.fingerprint() ? Optional.of(snapshot) : Optional.empty();
    } catch (IOException | JournalException | CodecException e) {
      LOG.warn("the past snapshot at fact {} is not used: {}", sequence, e.toString());
      return Optional.empty();
    }
  }

  private Path file(long sequence) {
    return folder.resolve(String.format(Locale.ROOT, "%019d%s", sequence, SUFFIX));
  }

  /** Oldest first. */
  private List<Long> sequences() throws IOException {
    List<Long> all = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
        for (Path file : files) {
          String name = file.getFileName().toString();
          all.add(Long.parseLong(name.substring(0, name.length() - SUFFIX.length())));
        }
      }
    }
    all.sort(Comparator.naturalOrder());
    return all;
  }
}
