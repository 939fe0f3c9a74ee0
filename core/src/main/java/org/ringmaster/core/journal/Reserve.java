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
import java.util.function.Consumer;
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

  /** Throws away what a former run had prepared, prepares anew and begins to watch the disk. */
  void open() throws IOException {
    try (DirectoryStream<Path> old = Files.newDirectoryStream(options.folder(), PREFIX + "*")) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
    refill();
    Future<?> unused =
        thread.scheduleWithFixedDelay(
            this::refill, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
  }

  DiskRoom room() {
    return room;
  }

  /** A file of zeros for the next segment, made now if none is ready. */
  Path take() throws IOException {
    Path file;
    synchronized (ready) {
      file = ready.poll();
    }
    thread.execute(this::refill);
    return file != null ? file : prepare();
  }

  /** Looks at the disk and prepares what is missing. */
  private synchronized void refill() {
    try {
      while (count() < SEGMENTS) {
        Path file = prepare();
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

  private synchronized Path prepare() throws IOException {
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
      for (long left = options.segmentBytes(); left > 0; ) {
        zeros.clear().limit((int) Math.min(left, ZEROS));
        left -= channel.write(zeros);
      }
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
