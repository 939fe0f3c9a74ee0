// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The port that pages and API had in the last run, kept in the var folder. A wish only: where it
 * cannot be read or written there is none.
 */
final class LastPort {

  private static final Logger LOG = LoggerFactory.getLogger(LastPort.class);
  private static final int MAX = 65_535;

  private final Path file;

  LastPort(Path folder) {
    file = folder.resolve("ringmaster.port");
  }

  /** The port; 0 where none is known. */
  int read() {
    try {
      int port = Integer.parseInt(Files.readString(file).strip());
      return port > 0 && port <= MAX ? port : 0;
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  /** Keeps it for the next run. */
  void keep(int port) {
    try {
      Files.writeString(file, port + "\n");
    } catch (IOException e) {
      LOG.warn("cannot keep the port in {}: {}", file, e.getMessage());
    }
  }
}
