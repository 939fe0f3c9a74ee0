// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.util.List;
import org.ringmaster.core.journey.DemandState;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.kernel.RecordedFact;

/** Customers, what they need, and the stations of their journeys. */
final class JourneyProjection implements Projection {
  private final StoreTable customers =
      StoreTable.of("customers")
          .key("customer_id", ColumnKind.TEXT)
          .column(ColumnKind.INSTANT, "met_at")
          .build();
  private final StoreTable identities =
      StoreTable.of("identities")
          .key("identity_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "customer_id", "kind", "address")
          .column(ColumnKind.INSTANT, "linked_at")
          .build();
  private final StoreTable journeys =
      StoreTable.of("journeys")
          .key("journey_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "customer_id", "purpose")
          .column(ColumnKind.INSTANT, "began_at", "ended_at")
          .build();
  private final StoreTable touchpoints =
      StoreTable.of("touchpoints")
          .key("touchpoint_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "journey_id", "customer_id", "demand_id")
          .column(ColumnKind.TEXT, "medium", "phase", "call_id")
          .column(ColumnKind.INSTANT, "began_at", "ended_at")
          .column(ColumnKind.TEXT, "outcome")
          .build();
  private final StoreTable demands =
      StoreTable.of("demands")
          .key("demand_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "journey_id", "customer_id", "state")
          .column(ColumnKind.INSTANT, "opened_at", "moved_at", "resolved_at")
          .build();
  private final StoreTable handoffs =
      StoreTable.of("handoffs")
          .key("handoff_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "journey_id", "touchpoint_id")
          .column(ColumnKind.TEXT, "from_kind", "from_name", "to_kind", "to_name", "reason")
          .column(ColumnKind.INSTANT, "made_at")
          .build();

  private final StoreTable consents =
      StoreTable.of("contact_bans")
          .key("identity_id", ColumnKind.TEXT)
          .key("scope", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "kind", "address")
          .column(ColumnKind.INSTANT, "forbidden_at")
          .column(ColumnKind.TEXT, "forbidden_by")
          .column(ColumnKind.INSTANT, "permitted_at")
          .column(ColumnKind.TEXT, "permitted_by")
          .build();

  @Override
  public String name() {
    return "journeys";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<StoreTable> tables() {
    return List.of(customers, identities, journeys, touchpoints, demands, handoffs, consents);
  }

  @Override
  public void apply(RecordedFact recorded) {
    if (recorded.fact() instanceof JourneyFact fact) {
      apply(fact, recorded.envelope().occurredAtMicros());
    }
  }

  private void apply(JourneyFact fact, long at) {
    switch (fact) {
      case JourneyFact.CustomerMet f -> customers.fresh(f.customer()).at("met_at", at);
      // The store keeps them all; who rests is the kernel's own business.
      case JourneyFact.CustomerReturned f -> {}
      case JourneyFact.CustomerRested f -> {}
      case JourneyFact.CustomerForgotten f -> {}
      case JourneyFact.MemoryConfigured f -> {}
      // Not always a new row: a customer who was forgotten may be met anew.
      case JourneyFact.IdentityLinked f ->
          identities
              .row(f.identity())
              .text("customer_id", f.customer())
              .text("kind", f.kind())
              .personal("address", f.address())
              .at("linked_at", at);
      case JourneyFact.JourneyBegan f ->
          journeys
              .fresh(f.journey())
              .text("customer_id", f.customer())
              .text("purpose", f.purpose())
              .at("began_at", at);
      case JourneyFact.JourneyEnded f -> journeys.row(f.journey()).at("ended_at", at);
      case JourneyFact.DemandOpened f ->
          demands
              .fresh(f.demand())
              .text("journey_id", f.journey())
              .text("customer_id", f.customer())
              .text("state", DemandState.OPEN)
              .at("opened_at", at);
      case JourneyFact.DemandMoved f -> {
        StoreRow row = demands.row(f.demand()).text("state", f.state()).at("moved_at", at);
        if (f.state() == DemandState.RESOLVED) {
          row.at("resolved_at", at);
        }
      }
      case JourneyFact.TouchpointBegan f ->
          touchpoints
              .fresh(f.touchpoint())
              .text("journey_id", f.journey())
              .text("customer_id", f.customer())
              .text("demand_id", f.demand())
              .text("medium", f.medium())
              .text("phase", f.phase())
              .text("call_id", f.call())
              .at("began_at", at);
      case JourneyFact.TouchpointEnded f ->
          touchpoints.row(f.touchpoint()).at("ended_at", at).text("outcome", f.end());
      case JourneyFact.HandoffMade f ->
          handoffs
              .fresh(f.handoff())
              .text("journey_id", f.journey())
              .text("touchpoint_id", f.touchpoint())
              .text("from_kind", f.from().kind())
              .text("from_name", f.from().name())
              .text("to_kind", f.to().kind())
              .text("to_name", f.to().name())
              .text("reason", f.reason())
              .at("made_at", at);
      case JourneyFact.ConsentRefused f -> refused(f, at);
      case JourneyFact.ConsentGiven f ->
          consents
              .row(f.identity(), f.scope())
              .at("permitted_at", at)
              .text("permitted_by", f.author());
    }
  }

  private void refused(JourneyFact.ConsentRefused f, long at) {
    consents
        .row(f.identity(), f.scope())
        .text("kind", f.kind())
        .personal("address", f.address())
        .at("forbidden_at", at)
        .text("forbidden_by", f.author());
  }
}
