// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second instance off a journal folder. The system drops the lock when the process dies,
 * however it dies; the text in the file is only there to say who holds it.
 */
final class FolderLock implements AutoCloseable {
  private static final String NAME = "owner.lock";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the folder.
   *
   * @throws JournalException saying which process has it
   */
  static FolderLock take(Path folder, Disk disk) {
    Path file = folder.resolve(NAME);
    FileChannel channel = null;
    try {
      channel =
          disk.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (tried(channel) == null) {
        channel.close();
        throw new JournalException(
            folder
                + " is in use by "
                + Files.readString(file).strip()
                + "; stop that instance first, or give this one a folder of its own");
      }
      ByteBuffer text =
          ByteBuffer.wrap(
              ("process " + ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8));
      channel.truncate(0);
      channel.write(text, 0);
      return new FolderLock(channel);
    } catch (IOException e) {
      closeQuietly(channel);
      throw new JournalException("cannot lock " + file + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable FileLock tried(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held within this very process
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException ignored) {
      // The first failure is the one that is told.
      return;
    }
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }
}
