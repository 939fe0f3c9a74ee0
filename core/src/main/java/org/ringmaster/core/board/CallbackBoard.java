// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

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
public final class CallbackBoard extends RowBoard<CallbackId, Callback> {

  private final CallbackBooks books = new CallbackBooks();

  /** A board that has read nothing. */
  public CallbackBoard() {
    super(CallbackId::value);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    books.apply(fact, envelope);
    switch (fact) {
      case CallbackFact.Taken f -> mark(f.callback());
      case CallbackFact.Booked f -> mark(f.callback());
      case CallbackFact.Dialled f -> mark(f.callback());
      case CallbackFact.TryFailed f -> mark(f.callback());
      case CallbackFact.PutOff f -> mark(f.callback());
      case CallbackFact.WaitsAgain f -> mark(f.callback());
      case CallbackFact.Reached f -> mark(f.callback());
      case CallbackFact.CameInPerson f -> mark(f.callback());
      case CallbackFact.Hastened f -> mark(f.callback());
      case CallbackFact.Ended f -> mark(f.callback());
      case QueueFact.PlaceOffered f -> mark(f.place());
      case QueueFact.PlaceUnoffered f -> mark(f.place());
      default -> {}
    }
  }

  private void mark(EntryId place) {
    Callback callback = books.of(place);
    if (callback != null) {
      mark(callback.id());
    }
  }

  @Override
  @Nullable Callback now(CallbackId id) {
    return books.callback(id);
  }

  @Override
  public void restore(Record entity) {
    books.restore(entity);
    if (entity instanceof Callback callback) {
      mark(callback.id());
    }
  }
}
