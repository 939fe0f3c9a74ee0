// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.nio.file.Path;
import org.ringmaster.server.config.ConfigurationSource;

/** What {@code up --foreground} hands over to: the platform itself. */
@FunctionalInterface
public interface Runner {
  /**
   * Runs the platform until it is told to stop (by a signal), and returns the exit code.
   *
   * @param source the configuration, read and found right, and where it is read again
   * @param varFolder the folder in which everything is kept; it exists
   */
  int run(ConfigurationSource source, Path varFolder);
}
