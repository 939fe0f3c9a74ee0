// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.codec.CodecException;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The snapshots of a journal folder. The newest whole one wins; one that cannot be read is told and
 * passed over for the one before, whose facts are still there because of {@link #oldestSequence}.
 * Owned by one thread at a time: the one that starts the platform, then the follower that makes
 * snapshots.
 */
public final class Snapshots {
  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
  private static final String SUFFIX = ".snap";
  private static final String UNFINISHED = SUFFIX + ".tmp";
  private static final int KEPT = 2;

  private final JournalOptions options;
  private final FactCodec codec;
  private final @Nullable SnapshotAlbum album;

  /** The snapshots beside a journal; older ones are not kept. */
  public Snapshots(JournalOptions options, FactCodec codec) {
    this(options, codec, null);
  }

  /** The snapshots beside a journal, some of which an album keeps for good. */
  public Snapshots(JournalOptions options, FactCodec codec, @Nullable SnapshotAlbum album) {
    this.options = options;
    this.codec = codec;
    this.album = album;
  }

  /** Writes a snapshot, durable when this returns, and deletes all but the two newest. */
  public void write(Snapshot snapshot) {
    Path file = options.folder().resolve(name(snapshot.sequence()));
    Path unfinished = options.folder().resolve(name(snapshot.sequence()) + ".tmp");
    CrashPoints.reach(CrashPoint.SNAPSHOT_BEFORE_WRITE);
    try {
      Files.createDirectories(options.folder());
      try (FileChannel channel =
          options
              .disk()
              .open(
                  unfinished,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE)) {
        SnapshotFile.write(channel, options.cell(), snapshot, codec);
      }
      CrashPoints.reach(CrashPoint.SNAPSHOT_BEFORE_RENAME);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      CrashPoints.reach(CrashPoint.SNAPSHOT_RENAMED);
      options.disk().syncFolder(options.folder());
      if (album != null) {
        album.add(file, snapshot.sequence());
      }
      List<Path> all = newestFirst();
      for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
        CrashPoints.reach(CrashPoint.SNAPSHOT_BEFORE_PRUNE);
        Files.delete(old);
      }
    } catch (IOException e) {
      forget(unfinished);
      throw new JournalException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Deletes what a process that died while it wrote has left. Only for who holds the journal: the
   * file of a living one would go too.
   */
  public void forgetUnfinished() {
    filesEndingWith(UNFINISHED).forEach(Snapshots::forget);
  }

  private static void forget(Path unfinished) {
    try {
      if (Files.deleteIfExists(unfinished)) {
        LOG.info("deleted {}, which was never finished", unfinished);
      }
    } catch (IOException e) {
      LOG.warn("cannot delete {}, which was never finished: {}", unfinished, e.getMessage());
    }
  }

  /** The newest snapshot that can be read whole; empty when there is none. */
  public Optional<Snapshot> newest() {
    return newest(Long.MAX_VALUE);
  }

  /**
   * The newest snapshot that can be read whole. A snapshot is only ever made of synced facts, so
   * one that is ahead of its journal means that the journal has lost some; once the journal had
   * written others in their place, nothing would tell that the snapshot is of the lost ones.
   *
   * @param lastSequence the journal's last fact
   * @throws JournalException where a snapshot is ahead of it
   */
  public Optional<Snapshot> newest(long lastSequence) {
    for (Path file : newestFirst()) {
      Optional<Snapshot> snapshot = read(file);
      if (snapshot.isPresent() && snapshot.get().sequence() > lastSequence) {
        throw new JournalException(
            "the journal in "
                + options.folder()
                + " ends with sequence "
                + lastSequence
                + ", and "
                + file
                + " was made of facts up to "
                + snapshot.get().sequence()
                + ": those between are lost. Restore the newest segment from a copy; or move this"
                + " snapshot away, and what those facts told is forgotten");
      }
      if (snapshot.isPresent()) {
        return snapshot;
      }
    }
    return Optional.empty();
  }

  private Optional<Snapshot> read(Path file) {
    try {
      return Optional.of(SnapshotFile.read(file, codec));
    } catch (IOException | JournalException | CodecException e) {
      LOG.error(
          "{} is not used: {}. The one before is, with more facts to replay", file, e.getMessage());
      return Optional.empty();
    }
  }

  /** Every snapshot that can be read whole, newest first. */
  public List<Snapshot> readable() {
    List<Snapshot> found = new ArrayList<>();
    for (Path file : newestFirst()) {
      read(file).ifPresent(found::add);
    }
    return found;
  }

  /**
   * The sequence of the oldest snapshot kept: facts after it must be kept too. 0 as long as there
   * is only one, since that one might turn out to be broken.
   */
  public long oldestSequence() {
    List<Path> all = newestFirst();
    return all.size() < KEPT ? 0 : sequence(all.getLast());
  }

  private List<Path> newestFirst() {
    List<Path> files = filesEndingWith(SUFFIX);
    files.sort(Comparator.reverseOrder());
    return files;
  }

  private List<Path> filesEndingWith(String suffix) {
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(options.folder())) {
      return files;
    }
    String glob = SegmentKind.SNAPSHOT.prefix + "-*" + suffix;
    try (DirectoryStream<Path> names = Files.newDirectoryStream(options.folder(), glob)) {
      names.forEach(files::add);
    } catch (IOException e) {
      throw new JournalException("cannot list " + options.folder() + ": " + e.getMessage(), e);
    }
    return files;
  }

  private static String name(long sequence) {
    return String.format(Locale.ROOT, "%s-%019d%s", SegmentKind.SNAPSHOT.prefix, sequence, SUFFIX);
  }

  private static long sequence(Path file) {
    String name = file.getFileName().toString();
    return Long.parseLong(
        name.substring(SegmentKind.SNAPSHOT.prefix.length() + 1, name.length() - SUFFIX.length()));
  }
}
