// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import org.jspecify.annotations.Nullable;

/**
 * One key of the file. The reader, the JSON Schema and the reference page are all made from these.
 *
 * @param name as written in the file
 * @param type what may stand behind it
 * @param required whether its section cannot do without it
 * @param preset what holds where it is not given, as it would be written; null for nothing
 * @param description for people, in Markdown
 */
public record Key(
    String name, ValueType type, boolean required, @Nullable String preset, String description) {

  static Key must(String name, ValueType type, String description) {
    return new Key(name, type, true, null, description);
  }

  static Key may(String name, ValueType type, String description) {
    return new Key(name, type, false, null, description);
  }

  static Key preset(String name, ValueType type, String preset, String description) {
    return new Key(name, type, false, preset, description);
  }
}
