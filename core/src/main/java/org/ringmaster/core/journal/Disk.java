// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the journal asks of a disk. A port, so that tests can have one that is full or broken. */
public interface Disk {

  /** Opens a file. */
  FileChannel open(Path file, OpenOption... options) throws IOException;

  /** Bytes that can still be written to where the folder lies. */
  long usableBytes(Path folder) throws IOException;

  /** The machine's own disk. */
  static Disk real() {
    return new Disk() {
      @Override
      public FileChannel open(Path file, OpenOption... options) throws IOException {
        return FileChannel.open(file, options);
      }

      @Override
      public long usableBytes(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
      }
    };
  }

  /** Makes the names in a folder durable: creations, renames and deletions. */
  default void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
