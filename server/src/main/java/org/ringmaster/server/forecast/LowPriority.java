// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.forecast;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a thread one that the machine runs only when nobody else has anything to do. */
final class LowPriority {
  private static final Logger LOG = LoggerFactory.getLogger(LowPriority.class);
  private static final long PATIENCE_SECONDS = 5;

  private LowPriority() {}

  /**
   * From now on the calling thread comes after all others. The JVM does not hand the priorities of
   * its threads on to Linux, so that Linux is told itself; where it cannot be, threads that wait
   * for something still go first, for they have used up less.
   */
  @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on it: it only spares the others.
  static void here() {
    Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
    try {
      Path self = Path.of("/proc/thread-self").toRealPath();
      Process told =
          new ProcessBuilder("renice", "-n", "19", "-p", String.valueOf(self.getFileName()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!told.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || told.exitValue() != 0) {
        LOG.info("forecasts run at the usual priority: renice failed");
      }
    } catch (IOException e) {
      LOG.info("forecasts run at the usual priority: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
