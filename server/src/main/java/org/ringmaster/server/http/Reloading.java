// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import org.ringmaster.server.config.ConfigurationRefused;
import org.ringmaster.server.config.ConfigurationSource;

/** Takes the configuration file over again. Called on a thread of its own; may block. */
@FunctionalInterface
public interface Reloading {

  /**
   * Reads the file, and only where all of it is right hands it over.
   *
   * @throws ConfigurationRefused if anything in it is wrong; nothing has changed then
   */
  ConfigurationSource.Reload reload() throws ConfigurationRefused;
}
