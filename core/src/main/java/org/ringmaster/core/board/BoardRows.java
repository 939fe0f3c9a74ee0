// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a board, sorted by id. The board thread marks what changed and publishes; readers on
 * any thread take rows without a lock.
 *
 * @param <K> the id of a row
 * @param <R> the row, immutable
 */
final class BoardRows<K, R> {

  private final Set<K> changed = new LinkedHashSet<>();
  private final ConcurrentSkipListMap<K, R> rows;

  BoardRows(Function<K, String> text) {
    rows = new ConcurrentSkipListMap<>(Comparator.comparing(text));
  }

  void mark(K id) {
    changed.add(id);
  }

  /** Makes the marked rows anew; null from {@code make} removes one. Whether anything changed. */
  boolean publish(Function<K, @Nullable R> make) {
    boolean any = false;
    for (K id : changed) {
      R row = make.apply(id);
      R before = row == null ? rows.remove(id) : rows.get(id);
      if (row == null) {
        any |= before != null;
      } else if (!row.equals(before)) {
        rows.put(id, row);
        any = true;
      }
    }
    changed.clear();
    return any;
  }

  @Nullable R get(K id) {
    return rows.get(id);
  }

  Collection<R> all() {
    return Collections.unmodifiableCollection(rows.values());
  }
}
