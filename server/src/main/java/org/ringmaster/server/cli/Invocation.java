// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A verb as it was called.
 *
 * @param words values by the name of their parameter or option
 * @param flags switches that are on
 * @param configuration the configuration file
 * @param varFolder the folder in which the platform keeps everything
 */
record Invocation(
    Map<String, String> words,
    Set<String> flags,
    Path configuration,
    Path varFolder,
    Terminal terminal) {

  /** A parameter that must be there. */
  String word(String name) {
    String value = words.get(name);
    if (value == null) {
      throw new IllegalStateException("no parameter " + name);
    }
    return value;
  }

  /** A parameter that may be left out. */
  Optional<String> optional(String name) {
    @Nullable String value = words.get(name);
    return Optional.ofNullable(value);
  }

  boolean flag(String name) {
    return flags.contains(name);
  }

  /** Whether the answer is wanted as JSON. */
  boolean json() {
    return flag("--json");
  }

  /** The running platform. */
  Platform platform() throws Failure {
    return Platform.of(varFolder);
  }
}
