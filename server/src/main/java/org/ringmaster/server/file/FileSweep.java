// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.file;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.engine.Inlet;
import org.ringmaster.core.file.FileEnd;
import org.ringmaster.core.file.FileInput;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what is kept no longer, after the deletion is in the journal: whatever happens in the
 * middle, no file goes without a fact that says so. A thread of its own.
 */
public final class FileSweep implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);
  private static final long FIRST_SECONDS = 60;
  private static final long EVERY_SECONDS = 3_600;
  private static final long PATIENCE_SECONDS = 30;

  private final RecordedFiles files;
  private final Inlet inlet;
  private final LongSupplier wallMicros;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("file-sweep").daemon().factory());

  /**
   * A sweep that has not begun.
   *
   * @param wallMicros the machine's clock, epoch microseconds
   */
  public FileSweep(RecordedFiles files, Inlet inlet, LongSupplier wallMicros) {
    this.files = files;
    this.inlet = inlet;
    this.wallMicros = wallMicros;
  }

  /** Sweeps from now on, once an hour. */
  public void start() {
    thread.scheduleWithFixedDelay(this::sweep, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void sweep() {
    try {
      int many = sweepNow();
      if (many > 0) {
        LOG.info("{} recorded files have expired and are deleted", many);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("expired files are not deleted, and tried again: {}", e.getMessage());
    }
  }

  /** Deletes what has expired; how many. */
  public int sweepNow() throws IOException {
    LocalDate today =
        Instant.ofEpochSecond(wallMicros.getAsLong() / 1_000_000)
            .atZone(ZoneOffset.UTC)
            .toLocalDate();
    int many = 0;
    for (RecordedFiles.Expired expired : files.expiredBefore(today)) {
      // What was never kept, or was deleted by somebody before, is only forgotten.
      if (files.find(expired.file()).isPresent()) {
        delete(expired.file(), expired.call(), FileEnd.EXPIRED, null);
        many++;
      }
      files.forget(expired, today);
    }
    return many;
  }

  /**
   * Deletes one file, after that is in the journal.
   *
   * @throws IOException where the kernel does not answer, or the disk refuses
   */
  public void delete(RecordingId file, CallId call, FileEnd end, @Nullable Author author)
      throws IOException {
    try {
      Answer answer =
          inlet
              .ask(new FileInput.Delete(file, call, end, author))
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (answer instanceof Answer.Refused refused) {
        throw new IOException(refused.why());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("shutting down", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the kernel does not answer", e);
    }
    files.delete(file);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
