// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.callback.Callback;
import org.ringmaster.core.callback.CallbackBooks;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.callback.CallbackId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueFact;

/** Who is to be called back, and how far that is. Those that are over are in the journey store. */
public final class CallbackBoard implements Board {

  private final CallbackBooks books = new CallbackBooks();
  private final BoardRows<CallbackId, Callback> rows = new BoardRows<>(CallbackId::value);
  private boolean changed;

  /** All that are not over, oldest first. Any thread. */
  public Collection<Callback> rows() {
    return rows.all();
  }

  /** One, or null where it is over or never was. Any thread. */
  public @Nullable Callback row(CallbackId id) {
    return rows.get(id);
  }

  /** Whether the last {@link #publish} changed anything. Board thread. */
  boolean changed() {
    return changed;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    books.apply(fact, envelope);
    switch (fact) {
      case CallbackFact.Taken f -> rows.mark(f.callback());
      case CallbackFact.Booked f -> rows.mark(f.callback());
      case CallbackFact.Dialled f -> rows.mark(f.callback());
      case CallbackFact.TryFailed f -> rows.mark(f.callback());
      case CallbackFact.PutOff f -> rows.mark(f.callback());
      case CallbackFact.WaitsAgain f -> rows.mark(f.callback());
      case CallbackFact.Reached f -> rows.mark(f.callback());
      case CallbackFact.CameInPerson f -> rows.mark(f.callback());
      case CallbackFact.Hastened f -> rows.mark(f.callback());
      case CallbackFact.Ended f -> rows.mark(f.callback());
      case QueueFact.PlaceOffered f -> mark(f.place());
      case QueueFact.PlaceUnoffered f -> mark(f.place());
      default -> {}
    }
  }

  private void mark(EntryId place) {
    Callback callback = books.of(place);
    if (callback != null) {
      rows.mark(callback.id());
    }
  }

  @Override
  public void publish() {
    changed = rows.publish(books::callback);
  }

  @Override
  public void snapshot(Consumer<Record> out) {}

  @Override
  public void restore(Record entity) {
    books.restore(entity);
    if (entity instanceof Callback callback) {
      rows.mark(callback.id());
    }
  }
}
