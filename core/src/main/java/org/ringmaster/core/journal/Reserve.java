// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Segments written full of zeros ahead of their use. They make the next segment a rename, let a
 * sync write nothing but data, and are the room that carries live calls to their end when the disk
 * is full. Refilled, and the disk looked at, by a thread of its own; taken from by the thread that
 * owns the journal.
 */
final class Reserve implements AutoCloseable {
  static final int SEGMENTS = 2;

  private static final Logger LOG = LoggerFactory.getLogger(Reserve.class);
  private static final String PREFIX = "reserve-";
  private static final long LOOK_EVERY_SECONDS = 2;
  private static final int ZEROS = 1 << 20;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final JournalOptions options;
  private final Consumer<DiskRoom> listener;
  private final Deque<Path> ready = new ArrayDeque<>();
  private final ScheduledExecutorService thread;
  private long made;
  private boolean warned;
  private volatile DiskRoom room = DiskRoom.AMPLE;

  Reserve(JournalOptions options, Consumer<DiskRoom> listener) {
    this.options = options;
    this.listener = listener;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("journal-reserve").factory());
  }

  /**
   * Takes over what a former run has left, prepares what is missing and begins to watch the disk.
   */
  void open() throws IOException {
    try (DirectoryStream<Path> old = Files.newDirectoryStream(options.folder(), PREFIX + "*")) {
      for (Path file : old) {
        made = Math.max(made, number(file));
        if (ready.size() < SEGMENTS && untouched(file)) {
          ready.add(file);
        } else {
          Files.delete(file);
        }
      }
    }
    refill(0);
    Future<?> unused =
        thread.scheduleWithFixedDelay(
            () -> refill(PAUSE_NANOS), LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private static long number(Path file) {
    String digits = file.getFileName().toString().substring(PREFIX.length());
    return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
  }

  /** Whether it is whole and no segment had begun in it: what is written first is the header. */
  private boolean untouched(Path file) throws IOException {
    if (Files.size(file) != options.segmentBytes()) {
      return false;
    }
    ByteBuffer header = ByteBuffer.allocate(SegmentHeader.BYTES);
    try (FileChannel channel = options.disk().open(file, StandardOpenOption.READ)) {
      FileBytes.read(channel, header, 0);
    }
    return header.flip().equals(ByteBuffer.allocate(SegmentHeader.BYTES));
  }

  DiskRoom room() {
    return room;
  }

  /** A file of zeros for the next segment, made now if none is ready. */
  Path take() throws IOException {
    Path file = poll();
    if (file == null) {
      synchronized (this) {
        file = poll(); // one may have become ready while we waited for the lock
        if (file == null) {
          file = prepare(0);
        }
      }
    }
    thread.execute(() -> refill(PAUSE_NANOS));
    return file;
  }

  private @Nullable Path poll() {
    synchronized (ready) {
      return ready.poll();
    }
  }

  /** Looks at the disk and prepares what is missing. */
  private synchronized void refill(long pauseNanos) {
    try {
      while (count() < SEGMENTS) {
        Path file = prepare(pauseNanos);
        synchronized (ready) {
          ready.add(file);
        }
      }
    } catch (IOException e) {
      if (!warned) {
        warned = true;
        LOG.error(
            "No room for a reserve segment in {}: {}. Live calls go on, nothing new begins. Make room"
                + " on this disk.",
            options.folder(),
            e.getMessage());
      }
    }
    look();
  }

  private void look() {
    DiskRoom now = DiskRoom.RESERVE;
    try {
      long usable = options.disk().usableBytes(options.folder());
      if (count() == SEGMENTS) {
        now =
            usable < options.noInboundBelowBytes()
                ? DiskRoom.NO_INBOUND
                : usable < options.noOutboundBelowBytes() ? DiskRoom.NO_OUTBOUND : DiskRoom.AMPLE;
        warned = false;
      }
    } catch (IOException e) {
      LOG.error("Cannot see how much room {} has: {}", options.folder(), e.getMessage());
    }
    if (now != room) {
      LOG.warn("Disk room of {}: {} (was {})", options.folder(), now, room);
      room = now;
      tell(now);
    }
  }

  private void tell(DiskRoom now) {
    try {
      listener.accept(now);
    } catch (RuntimeException e) {
      LOG.error("Nobody could be told that the disk room is {}", now, e);
    }
  }

  private int count() {
    synchronized (ready) {
      return ready.size();
    }
  }

  /**
   * Writes a segment of zeros; in small steps where there is time, so that no sync of the journal
   * waits for it.
   */
  private synchronized Path prepare(long pauseNanos) throws IOException {
    long usable = options.disk().usableBytes(options.folder());
    if (usable < options.segmentBytes()) {
      // Trying all the same would take the last bytes from everybody else on this disk.
      throw new IOException("only " + usable + " bytes are left on the disk");
    }
    made++;
    Path file = options.folder().resolve(PREFIX + made);
    try (FileChannel channel =
        options.disk().open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer zeros = ByteBuffer.allocateDirect(ZEROS);
      CrashPoints.reach(CrashPoint.RESERVE_MADE);
      for (long left = options.segmentBytes(); left > 0; ) {
        zeros.clear().limit((int) Math.min(left, ZEROS));
        left -= channel.write(zeros);
        CrashPoints.reach(CrashPoint.RESERVE_PART_WRITTEN);
        if (pauseNanos > 0) {
          channel.force(false);
          LockSupport.parkNanos(pauseNanos);
        }
      }
      CrashPoints.reach(CrashPoint.RESERVE_WRITTEN);
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return file;
  }

  @Override
  public void close() {
    // Not interrupted: that would break the file that is just being written, and say that the disk
    // is full.
    thread.shutdown();
    try {
      while (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
        LOG.warn("A reserve segment in {} takes long to write", options.folder());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
