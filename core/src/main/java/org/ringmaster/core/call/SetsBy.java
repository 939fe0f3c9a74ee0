// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Values found by what they belong to. Ordered by their text alone, so that a copy made of a
 * snapshot is walked in the same order as the original.
 */
final class SetsBy<K, V> {

  private static final Comparator<Object> BY_TEXT = Comparator.comparing(Object::toString);

  private final Map<K, NavigableSet<V>> sets = new LinkedHashMap<>();

  void add(@Nullable K key, V value) {
    if (key != null) {
      sets.computeIfAbsent(key, k -> new TreeSet<>(BY_TEXT)).add(value);
    }
  }

  void remove(@Nullable K key, V value) {
    NavigableSet<V> values = key == null ? null : sets.get(key);
    if (values != null && values.remove(value) && values.isEmpty()) {
      sets.remove(key);
    }
  }

  /** The value belonged to one key (null: none) and belongs to another now (null: none). */
  void move(@Nullable K from, @Nullable K to, V value) {
    if (!Objects.equals(from, to)) {
      remove(from, value);
      add(to, value);
    }
  }

  /** A copy, so that it may be walked while facts change the original. */
  List<V> of(K key) {
    NavigableSet<V> values = sets.get(key);
    return values == null ? List.of() : List.copyOf(values);
  }

  int count(K key) {
    NavigableSet<V> values = sets.get(key);
    return values == null ? 0 : values.size();
  }

  /** The least value of a key, or null where it has none. */
  @Nullable V first(K key) {
    NavigableSet<V> values = sets.get(key);
    return values == null ? null : values.first();
  }

  boolean has(K key) {
    return sets.containsKey(key);
  }
}
