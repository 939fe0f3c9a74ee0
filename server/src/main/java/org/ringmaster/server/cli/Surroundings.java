// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * What a command finds around it.
 *
 * @param configuration the configuration file, unless {@code --config} names another
 * @param varFolder the folder the platform works in, unless {@code --var} names another
 */
public record Surroundings(Path configuration, Path varFolder) {

  /**
   * From the process: {@code -Dringmaster.home} and {@code -Dringmaster.var}, which {@code
   * ./ringmaster} sets, and {@code RINGMASTER_CONFIG}.
   */
  public static Surroundings of(Properties properties, Map<String, String> environment) {
    Path home = Path.of(properties.getProperty("ringmaster.home", "."));
    String configuration = environment.get("RINGMASTER_CONFIG");
    String varFolder = properties.getProperty("ringmaster.var");
    return new Surroundings(
        configuration == null ? home.resolve("ringmaster.yaml") : Path.of(configuration),
        varFolder == null ? home.resolve("var") : Path.of(varFolder));
  }
}
