// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.journal.Disk;

/**
 * The machine's own disk, as a process that dies has it: real files and real syncs, and the books
 * of what a loss of power would take back. Writes may be taken in parts. Used by any thread until
 * the death; then by whoever cleans up.
 */
final class DyingDisk implements Disk {
  private static final long AMPLE = 1L << 40;

  private final Disk real = Disk.real();
  private final Death death;
  private final Path folder;
  private final Breakage breakage;
  private final Room room;
  private final SplittableRandom chance;
  private final List<DyingFile> open = new ArrayList<>();
  private final Map<Object, PageCache> caches = new HashMap<>();
  private Map<Path, Object> names;

  DyingDisk(
      Death death,
      Path folder,
      Breakage breakage,
      Trouble trouble,
      Tally tally,
      SplittableRandom chance)
      throws IOException {
    this.death = death;
    this.folder = folder;
    this.breakage = breakage;
    this.room = new Room(trouble, tally, chance.split());
    this.chance = chance;
    Files.createDirectories(folder);
    names = list();
  }

  @Override
  public synchronized FileChannel open(Path file, OpenOption... options) throws IOException {
    death.mustLive();
    if (Files.isDirectory(file)) {
      return real.open(file, options);
    }
    boolean fresh = !Files.exists(file);
    Set<OpenOption> wanted = new HashSet<>(List.of(options));
    wanted.add(StandardOpenOption.READ); // what is overwritten is kept
    FileChannel channel = real.open(file, wanted.toArray(OpenOption[]::new));
    Object key = Objects.requireNonNull(key(file));
    if (fresh) {
      // It may be called inside as one was that is deleted: it is not that one under a new name.
      names.values().removeIf(key::equals);
      caches.put(key, new PageCache());
    }
    PageCache cache = caches.computeIfAbsent(key, known -> new PageCache());
    DyingFile opened = new DyingFile(channel, death, cache, room, breakage.syncs(), chance.split());
    open.add(opened);
    return opened;
  }

  @Override
  public long usableBytes(Path anywhere) {
    death.mustLive();
    return room.isFull() ? 0 : AMPLE;
  }

  @Override
  public void syncFolder(Path synced) throws IOException {
    death.mustLive();
    Disk.super.syncFolder(synced);
    synchronized (this) {
      names = list();
    }
  }

  private Map<Path, Object> list() throws IOException {
    Map<Path, Object> listed = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Object key = key(file);
        if (key != null) {
          listed.put(file, key);
        }
      }
    }
    return listed;
  }

  /** What a file is, whatever its name; null where it has just got another. */
  private static @Nullable Object key(Path file) {
    try {
      return Files.getAttribute(file, "unix:ino");
    } catch (NoSuchFileException renamed) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets go of everything that the dead process had open. */
  synchronized void release() throws IOException {
    for (DyingFile file : open) {
      file.release();
    }
    open.clear();
  }

  /** The machine has lost its power as well: what was not synced is gone, as the draw says. */
  synchronized void losePower(PageCache.Loss loss, SplittableRandom random) throws IOException {
    Map<Path, Object> now = new TreeMap<>(list());
    for (Map.Entry<Path, Object> file : now.entrySet()) {
      PageCache cache = caches.get(file.getValue());
      if (cache != null) {
        cache.lose(file.getKey(), loss, random);
      }
    }
    if (loss != PageCache.Loss.NOTHING && random.nextBoolean()) {
      forgetNames();
    }
  }

  /** Names that the folder got since its last sync are as before. */
  private void forgetNames() throws IOException {
    Map<Object, Path> before = new HashMap<>();
    names.forEach((file, key) -> before.put(key, file));
    for (Map.Entry<Path, Object> now : list().entrySet()) {
      Path file = now.getKey();
      Path old = before.get(now.getValue());
      if (names.containsKey(file) || file.endsWith("owner.lock")) {
        continue;
      }
      if (old == null) {
        Files.delete(file);
      } else {
        Files.move(file, old);
      }
    }
  }
}
