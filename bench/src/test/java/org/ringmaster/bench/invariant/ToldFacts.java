// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferEnd;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;

/** Facts written down by hand, numbered as the kernel would, a second apart. */
final class ToldFacts {
  static final AgentId ANNA = new AgentId("anna");
  static final CallId CALL = new CallId("c1");
  static final LegId LEG = new LegId("l1");
  static final LegId OTHER = new LegId("l2");
  static final EntryId ENTRY = new EntryId("e1");
  static final OfferId OFFER = new OfferId("o1");
  static final BridgeId BRIDGE = new BridgeId("b1");
  static final NodeId EDGE = new NodeId("edge");
  static final QueueId SALES = new QueueId("sales");
  static final TrunkId CARRIER = new TrunkId("carrier");
  private static final long MORNING_MICROS = 1_772_618_400_000_000L; // 2026-03-04 10:00:00 UTC

  private final List<RecordedFact> facts = new ArrayList<>();

  ToldFacts then(Fact fact) {
    return at(facts.size() + 1, MORNING_MICROS + facts.size() * 1_000_000L, fact);
  }

  ToldFacts at(long sequence, long recordedAtMicros, Fact fact) {
    facts.add(
        new RecordedFact(
            new Envelope(sequence, sequence, recordedAtMicros, recordedAtMicros), fact));
    return this;
  }

  List<RecordedFact> facts() {
    return facts;
  }

  long nowMicros() {
    return MORNING_MICROS + facts.size() * 1_000_000L;
  }

  // Facts as they may come.

  static Fact arrives(LegId leg) {
    return new CallFact.LegArrived(leg, CALL, EDGE, LegRole.CALLER, null, null, "500");
  }

  static Fact leaves(LegId leg, TrunkId trunk) {
    return new CallFact.LegRequested(leg, CALL, EDGE, LegRole.FORWARD, null, trunk, null);
  }

  static Fact joins(LegId leg, BridgeId bridge) {
    return new CallFact.LegJoined(leg, bridge, CALL);
  }

  static Fact ends(LegId leg) {
    return new CallFact.LegEnded(leg, CALL, HangupCause.NORMAL, EndSource.SEEN, null);
  }

  static Fact waits(EntryId entry) {
    return new QueueFact.EntryJoined(entry, SALES, CALL, LEG, EDGE);
  }

  static Fact answered(EntryId entry) {
    return new QueueFact.EntryConnected(entry, SALES, OFFER, ANNA, OTHER, CALL);
  }

  static Fact abandons(EntryId entry) {
    return new QueueFact.EntryAbandoned(entry, SALES, false, CALL);
  }

  static Fact signsIn() {
    return new AgentFact.SignedIn(ANNA, new org.ringmaster.core.call.TelephoneId("1001"));
  }

  static Fact offered(OfferId offer) {
    return new AgentFact.OfferMade(offer, ANNA, CALL, OTHER, 0, 0, false);
  }

  static Fact inVain(OfferId offer) {
    return new AgentFact.OfferEnded(offer, ANNA, OfferEnd.NO_ANSWER);
  }
}
