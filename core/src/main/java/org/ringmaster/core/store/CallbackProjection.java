// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.util.List;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.kernel.RecordedFact;

/** Whose place was kept, how often they were dialled, and what came of it. */
final class CallbackProjection implements Projection {
  private final StoreTable callbacks =
      StoreTable.of("callbacks")
          .key("callback_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "queue_id", "entry_id", "call_id", "customer_id", "number")
          .column(ColumnKind.INSTANT, "waits_since", "taken_at", "expires_at", "ended_at")
          .column(ColumnKind.TEXT, "outcome", "ended_by", "served_entry_id")
          .build();
  private final StoreTable tries =
      StoreTable.of("callback_tries")
          .key("callback_id", ColumnKind.TEXT)
          .key("attempt", ColumnKind.BIGINT)
          .column(ColumnKind.TEXT, "call_id", "leg_id")
          .column(ColumnKind.INSTANT, "dialled_at")
          .build();
  private final StoreTable failures =
      StoreTable.of("callback_failures")
          .key("callback_id", ColumnKind.TEXT)
          .key("sequence", ColumnKind.BIGINT)
          .column(ColumnKind.TEXT, "outcome")
          .column(ColumnKind.INSTANT, "failed_at", "again_at")
          .build();

  @Override
  public String name() {
    return "callbacks";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<StoreTable> tables() {
    return List.of(callbacks, tries, failures);
  }

  @Override
  public void apply(RecordedFact recorded) {
    if (recorded.fact() instanceof CallbackFact fact) {
      apply(fact, recorded.sequence(), recorded.envelope().occurredAtMicros());
    }
  }

  private void apply(CallbackFact fact, long sequence, long at) {
    switch (fact) {
      case CallbackFact.Taken f ->
          callbacks
              .fresh(f.callback())
              .text("queue_id", f.queue())
              .text("entry_id", f.entry())
              .text("call_id", f.call())
              .text("customer_id", f.customer())
              .personal("number", f.number())
              .at("waits_since", f.sinceMicros())
              .at("taken_at", at)
              .at("expires_at", f.expiresAtMicros());
      case CallbackFact.Booked f ->
          callbacks
              .fresh(f.callback())
              .text("queue_id", f.queue())
              .text("call_id", f.call())
              .text("customer_id", f.customer())
              .personal("number", f.number())
              .at("waits_since", f.booking().fromMicros())
              .at("taken_at", at)
              .at("expires_at", f.expiresAtMicros());
      case CallbackFact.Dialled f ->
          tries
              .row(f.callback(), (long) f.attempt())
              .text("call_id", f.call())
              .text("leg_id", f.leg())
              .at("dialled_at", at);
      case CallbackFact.TryFailed f ->
          failures
              .fresh(f.callback(), sequence)
              .text("outcome", f.outcome())
              .at("failed_at", at)
              .at("again_at", f.againAtMicros());
      case CallbackFact.Reached f -> callbacks.row(f.callback()).text("served_entry_id", f.entry());
      case CallbackFact.Ended f ->
          callbacks
              .row(f.callback())
              .at("ended_at", at)
              .text("outcome", f.end())
              .text("ended_by", f.author());
      default -> {}
    }
  }
}
