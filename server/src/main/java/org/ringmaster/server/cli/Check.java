// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of {@code doctor}.
 *
 * @param what what was looked at: {@code ari edge}
 * @param detail what was seen
 * @param fix what to do or the lines to add; empty where nothing is to be done
 */
record Check(Level level, String what, String detail, List<String> fix) {

  /** How it stands. */
  enum Level {
    /** As it should be. */
    OK,
    /** Works, but not as it should. */
    WARN,
    /** Does not work. */
    FAIL
  }

  static Check ok(String what, String detail) {
    return new Check(Level.OK, what, detail, List.of());
  }

  static Check warn(String what, String detail, String... fix) {
    return new Check(Level.WARN, what, detail, List.of(fix));
  }

  static Check fail(String what, String detail, String... fix) {
    return new Check(Level.FAIL, what, detail, List.of(fix));
  }

  String word() {
    return level.name().toLowerCase(java.util.Locale.ROOT);
  }

  Map<String, Object> map() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("level", word());
    map.put("what", what);
    map.put("detail", detail);
    map.put("fix", fix);
    return map;
  }
}
