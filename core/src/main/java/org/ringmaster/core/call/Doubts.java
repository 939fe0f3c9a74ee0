// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.ringmaster.core.kernel.Decision;

/**
 * What follows when a node did not do what it was asked: where the answer is definite, its
 * consequence; where it is in doubt, a listing, ever more seldom while listings do not help.
 */
final class Doubts {

  private static final int MAX_REFUSALS = 3;
  private static final int CONFLICT = 409;

  private final CallControl control;

  Doubts(CallControl control) {
    this.control = control;
  }

  void failed(CallInput.CommandFailed in, Decision decision) {
    decision.record(
        new CallFact.CommandFailed(
            in.node(), in.what(), in.leg(), in.bridge(), in.statusCode(), in.why()));
    Leg leg = in.leg() == null ? null : control.books().leg(in.leg());
    if (in.what().equals("StartLegRecording")) {
      control.legRecordings().failed(in, decision);
      return;
    }
    if (in.leg() != null && leg == null) {
      return; // It came too late for a leg that is over.
    }
    boolean definite = in.statusCode() >= 400;
    switch (in.what()) {
      case "OriginateLeg", "SnoopLeg" -> {
        if (leg != null && definite && in.statusCode() != CONFLICT) {
          // What a trunk does not take says nothing of whom it was to reach.
          boolean isAbsent = in.statusCode() >= 500 && leg.trunk() == null;
          HangupCause cause = isAbsent ? HangupCause.SUBSCRIBER_ABSENT : HangupCause.CONGESTION;
          control.end(leg.id(), cause, EndSource.SEEN, decision);
        } else {
          want(in.node(), decision.nowMicros(), decision);
        }
      }
      case "Play" -> {
        if (leg != null && definite) {
          control.digits().neverPlayed(leg.id(), decision);
        } else {
          want(in.node(), decision.nowMicros(), decision);
        }
      }
      case "StartRecording" -> control.recordings().notStarted(in, decision);
      case "RingLeg",
          "ReleaseLeg",
          "ScreenLeg",
          "HearTalk",
          "PlayMusic",
          "StopPlay",
          "StopRecording",
          "SeekWitness" -> {}
      case "SeekRecording", "DropRecording" -> {}
      default -> {
        if (leg != null && leg.refusals() >= MAX_REFUSALS) {
          control.hangUp(leg.id(), HangupCause.CONGESTION, decision);
        }
        want(in.node(), decision.nowMicros(), decision);
      }
    }
  }

  /** Lets a node be listed, not before an instant (epoch microseconds) and once for all doubts. */
  void want(NodeId id, long earliestMicros, Decision decision) {
    NodeState node = control.books().plant.nodes.get(id);
    if (node == null || !node.connected() || node.listingDueMicros() > decision.nowMicros()) {
      return; // A node that comes back is listed anyway.
    }
    long earliest = StrictMath.max(earliestMicros, decision.nowMicros() + 1);
    plan(node, StrictMath.max(earliest, node.nextListingMicros()), decision);
  }

  /** Lets a node be listed now, or as soon as it may be, though a later listing is due anyway. */
  void wantNow(NodeId id, Decision decision) {
    NodeState node = control.books().plant.nodes.get(id);
    if (node == null || !node.connected()) {
      return;
    }
    long now = decision.nowMicros();
    long due = StrictMath.max(now + 1, node.nextListingMicros());
    if (node.listingDueMicros() <= now || node.listingDueMicros() > due) {
      plan(node, due, decision);
    }
  }

  private static void plan(NodeState node, long due, Decision decision) {
    decision.record(new CallFact.ListingWanted(node.id(), due), decision.nowMicros());
    decision.remindAt(due, new CallInput.ListingDue(node.id()));
  }

  void due(CallInput.ListingDue in, Decision decision) {
    NodeState node = control.books().plant.nodes.get(in.node());
    if (node != null && node.connected() && node.listingDueMicros() <= decision.nowMicros()) {
      decision.ask(new CallCommand.ListNode(in.node()));
    }
  }
}
