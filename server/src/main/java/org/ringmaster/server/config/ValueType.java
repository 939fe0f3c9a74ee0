// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may stand behind a key. */
public sealed interface ValueType {

  /** Reads one plain value. */
  @FunctionalInterface
  interface Reader {
    /**
     * The value that a text means.
     *
     * @throws IllegalArgumentException if it means none; the message is not shown
     */
    Object read(String text);
  }

  /**
   * One plain value.
   *
   * @param word what it is, with its article: {@code a duration}
   * @param hint how it is written
   * @param choices the only texts allowed, for a choice
   * @param names the section in which it must be a name; null if it is no reference
   * @param schema its JSON Schema
   */
  record Scalar(
      String word,
      String hint,
      List<String> choices,
      @Nullable String names,
      Map<String, Object> schema,
      Reader reader)
      implements ValueType {

    Object read(String text) {
      return reader.read(text);
    }
  }

  /**
   * A list of plain values.
   *
   * @param example how it is written
   */
  record ListOf(Scalar item, String example) implements ValueType {}

  /**
   * Plain values behind names of the user's choosing.
   *
   * @param example how it is written
   */
  record MapOf(Scalar name, Scalar value, String example) implements ValueType {}

  /** Keys with fixed names. */
  record Section(List<Key> keys) implements ValueType {
    /** A section of these keys. */
    public static Section of(Key... keys) {
      return new Section(List.of(keys));
    }

    /** This section with more keys behind. */
    public Section and(List<Key> more) {
      return new Section(Stream.concat(keys.stream(), more.stream()).toList());
    }

    Optional<Key> key(String name) {
      return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    List<String> keyNames() {
      return keys.stream().map(Key::name).toList();
    }
  }

  /**
   * Entries with names of the user's choosing, each with the same keys.
   *
   * @param one what one entry is called: {@code queue}
   * @param name how a name is written
   */
  record Named(String one, Scalar name, Section entry) implements ValueType {}

  /** A word, or keys instead. */
  record WordOr(Scalar word, Section section) implements ValueType {}
}
