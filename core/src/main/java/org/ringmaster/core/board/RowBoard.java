// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A board whose rows are the entries of a fold of its own, each shown as it stands until it is
 * over.
 *
 * @param <K> by what a row is found
 * @param <R> a row; immutable
 */
public abstract class RowBoard<K, R> implements Board {

  private final BoardRows<K, R> rows;
  private boolean changed;

  /** A board without rows. */
  RowBoard(Function<K, String> key) {
    rows = new BoardRows<>(key);
  }

  /** All rows, oldest first. Any thread. */
  public final Collection<R> rows() {
    return rows.all();
  }

  /** One, or null where it is over or never was. Any thread. */
  public final @Nullable R row(K id) {
    return rows.get(id);
  }

  /** Whether the last {@link #publish} changed anything. Board thread. */
  final boolean changed() {
    return changed;
  }

  /** A row may have changed since it was published. Board thread. */
  final void mark(K id) {
    rows.mark(id);
  }

  /** The row as the fold has it, or null where it is over. Board thread. */
  abstract @Nullable R now(K id);

  @Override
  public final void publish() {
    changed = rows.publish(this::now);
  }

  @Override
  public final void snapshot(Consumer<Record> out) {}
}
