// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;

/**
 * A journal in local files: segments of fixed size named after their first sequence, each frame
 * with length and checksum, one fdatasync for each group. A failed write or sync is final: the
 * system may have dropped the pages, so a second try that succeeds would prove nothing.
 */
public final class FileJournal implements Journal {
  private static final int BUFFER_BYTES = JournalOptions.MAX_PAYLOAD_BYTES + Frame.HEADER_BYTES;

  private final JournalOptions options;
  private final FolderLock lock;
  private final Reserve reserve;
  private final SyncedSequence synced;
  private final OpenReport report;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private @Nullable SegmentWriter segment;
  private long lastSequence;
  private boolean inTurn;
  private @Nullable JournalException failure;

  private FileJournal(JournalOptions options, FolderLock lock, Consumer<DiskRoom> onRoom)
      throws IOException {
    this.options = options;
    this.lock = lock;
    Recovery recovery = Recovery.of(options);
    this.report = recovery.report();
    this.lastSequence = report.lastSequence();
    this.synced = new SyncedSequence(lastSequence);
    if (recovery.newest() != null) {
      this.segment = recovery.writer(buffer);
    }
    this.reserve = new Reserve(options, onRoom);
    reserve.open();
  }

  /** Opens a journal, and nobody is told about the disk's room. */
  public static FileJournal open(JournalOptions options) {
    return open(options, room -> {});
  }

  /**
   * Opens the journal in a folder: takes its lock, checks the newest segment and cuts a torn tail.
   *
   * @param onRoom told, on a thread of the journal's own, when the room on the disk has changed
   * @throws JournalException when another instance has the folder or a synced frame is damaged
   */
  public static FileJournal open(JournalOptions options, Consumer<DiskRoom> onRoom) {
    FolderLock lock = null;
    try {
      Files.createDirectories(options.folder());
      lock = FolderLock.take(options.folder(), options.disk());
      return new FileJournal(options, lock, onRoom);
    } catch (IOException e) {
      close(lock);
      throw new JournalException(
          "cannot open the journal in " + options.folder() + ": " + e.getMessage(), e);
    } catch (RuntimeException e) {
      close(lock);
      throw e;
    }
  }

  private static void close(@Nullable FolderLock lock) {
    if (lock != null) {
      lock.close();
    }
  }

  /** What was found at opening. */
  public OpenReport report() {
    return report;
  }

  @Override
  public void append(long sequence, ByteBuffer payload) {
    append(sequence, payload, false);
  }

  @Override
  public void append(long sequence, ByteBuffer payload, boolean goesOn) {
    ready();
    if (sequence != lastSequence + 1 && segment != null) {
      throw new IllegalArgumentException(
          "sequence " + sequence + " cannot follow " + lastSequence + " in the journal");
    }
    if (!payload.hasRemaining() || payload.remaining() > options.maxPayloadBytes()) {
      throw new IllegalArgumentException(
          "a payload of " + payload.remaining() + " bytes; 1 to " + options.maxPayloadBytes());
    }
    CrashPoints.reach(CrashPoint.JOURNAL_BEFORE_APPEND);
    try {
      writer(sequence, payload.remaining()).append(sequence, synced.get(), goesOn, payload);
      lastSequence = sequence;
      inTurn = goesOn;
      CrashPoints.reach(CrashPoint.JOURNAL_APPENDED);
    } catch (IOException e) {
      throw failed("append sequence " + sequence, e);
    }
  }

  @Override
  public long sync() {
    ready();
    SegmentWriter current = segment;
    if (current != null && synced.get() != lastSequence) {
      try {
        CrashPoints.reach(CrashPoint.JOURNAL_BEFORE_WRITE);
        current.write();
        CrashPoints.reach(CrashPoint.JOURNAL_WRITTEN);
        current.force();
        CrashPoints.reach(CrashPoint.JOURNAL_SYNCED);
      } catch (IOException e) {
        throw failed("sync up to sequence " + lastSequence, e);
      }
      synced.publish(lastSequence);
      CrashPoints.reach(CrashPoint.JOURNAL_PUBLISHED);
    }
    return lastSequence;
  }

  private SegmentWriter writer(long sequence, int payloadBytes) throws IOException {
    SegmentWriter current = segment;
    // A turn is never split: its last frames may make the segment a little longer than wanted.
    if (current != null && (inTurn || current.fits(payloadBytes))) {
      return current;
    }
    if (current != null) {
      // The old segment is whole and durable before the next one exists: only the newest can have a
      // torn tail.
      current.write();
      CrashPoints.reach(CrashPoint.ROLL_OLD_WRITTEN);
      current.trim();
      CrashPoints.reach(CrashPoint.ROLL_OLD_TRIMMED);
      current.force();
      current.close();
      CrashPoints.reach(CrashPoint.ROLL_OLD_CLOSED);
      synced.publish(lastSequence);
    }
    segment = begin(sequence);
    return segment;
  }

  private SegmentWriter begin(long firstSequence) throws IOException {
    Path prepared = reserve.take();
    SegmentHeader header = new SegmentHeader(SegmentKind.FACTS, firstSequence, options.cell(), 0);
    FileChannel channel = options.disk().open(prepared, StandardOpenOption.WRITE);
    CrashPoints.reach(CrashPoint.ROLL_BEFORE_HEADER);
    FileBytes.write(channel, header.encode(), 0);
    CrashPoints.reach(CrashPoint.ROLL_HEADER_WRITTEN);
    channel.force(true);
    Path file = options.folder().resolve(SegmentFile.name(SegmentKind.FACTS, firstSequence));
    CrashPoints.reach(CrashPoint.ROLL_BEFORE_RENAME);
    Files.move(prepared, file, StandardCopyOption.ATOMIC_MOVE);
    CrashPoints.reach(CrashPoint.ROLL_RENAMED);
    options.disk().syncFolder(options.folder());
    return new SegmentWriter(file, channel, buffer, SegmentHeader.BYTES, options.segmentBytes());
  }

  private void ready() {
    if (failure != null) {
      throw new JournalException("the journal has failed before: " + failure.getMessage(), failure);
    }
  }

  private JournalException failed(String what, IOException e) {
    Path file = segment == null ? options.folder() : segment.file();
    failure =
        new JournalException(
            "cannot "
                + what
                + " in "
                + file
                + ": "
                + e.getMessage()
                + ". The platform stops; look at the disk, make room on it, then start again",
            e);
    synced.end();
    return failure;
  }

  @Override
  public long lastSequence() {
    return lastSequence;
  }

  @Override
  public SyncedSequence synced() {
    return synced;
  }

  @Override
  public DiskRoom room() {
    return reserve.room();
  }

  /** The segments, oldest first. */
  public List<SegmentFile> segments() {
    return SegmentFile.list(options.folder());
  }

  @Override
  public JournalTail tail(long fromSequence) {
    return new JournalTail(options.folder(), synced, fromSequence);
  }

  @Override
  public void close() {
    try (lock;
        reserve) {
      if (failure == null) {
        sync();
      }
      synced.end();
      if (segment != null) {
        segment.close();
      }
    } catch (IOException e) {
      throw new JournalException("cannot close " + options.folder() + ": " + e.getMessage(), e);
    }
  }
}
