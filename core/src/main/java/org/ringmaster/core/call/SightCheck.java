// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Decision;

/**
 * Turns what nodes tell of endpoints into facts about the trunks and telephones that are
 * configured; others are passed over. Off the call path, but that nobody is offered to a telephone
 * that is in a call which is none of ours.
 */
final class SightCheck {

  private final CallBooks books;
  private final PlantBooks plant;

  SightCheck(CallBooks books) {
    this.books = books;
    this.plant = books.plant;
  }

  void told(CallInput.EndpointTold in, Decision decision) {
    Telephone telephone = plant.telephones.get(new TelephoneId(in.endpoint()));
    if (telephone != null && telephone.node().equals(in.node())) {
      see(telephone.id(), in.reach(), decision);
    }
    Trunk trunk = plant.trunks.get(new TrunkId(in.endpoint()));
    if (trunk != null && trunk.node().equals(in.node())) {
      see(trunk.id(), in.reach(), plant.sightOf(trunk.id()).registration(), decision);
    }
  }

  /**
   * Whether what a node tells of a telephone lets one think that a call which is none of ours began
   * or ended there: a list will show. Of our own calls it may be told late.
   */
  boolean isDoubted(CallInput.EndpointTold in) {
    TelephoneId id = new TelephoneId(in.endpoint());
    boolean isEngaged = plant.sightOf(id).engaged();
    return isOn(plant.telephones.get(id), in.node())
        && (in.inUse() ? !isEngaged && !books.isBusy(id) : isEngaged);
  }

  void told(CallInput.RegistrationTold in, Decision decision) {
    Trunk trunk = plant.trunks.get(new TrunkId(in.endpoint()));
    if (trunk != null && trunk.node().equals(in.node())) {
      see(trunk.id(), plant.sightOf(trunk.id()).reach(), in.registration(), decision);
    }
  }

  /**
   * Compares who is in calls that are none of ours with a list of the node. Whether anybody is: the
   * node tells of such calls nothing by itself, so that their end is only seen in a later list.
   */
  boolean compare(CallInput.NodeListed in, Decision decision) {
    Set<TelephoneId> engaged = new LinkedHashSet<>();
    for (SeenLeg leg : in.legs()) {
      // One that bears an id of ours is ours, or a stray that is hung up.
      if (!leg.ours() && !CallControl.isOurs(leg.leg()) && books.leg(leg.leg()) == null) {
        engaged.add(new TelephoneId(leg.endpoint()));
      }
    }
    engaged.removeIf(id -> !isOn(plant.telephones.get(id), in.node()));
    for (Telephone telephone : List.copyOf(plant.telephones.values())) {
      TelephoneSight sight = plant.sightOf(telephone.id());
      boolean now = engaged.contains(telephone.id());
      if (now && !sight.engaged()) {
        decision.record(new CallFact.TelephoneEngaged(telephone.id()));
      } else if (!now && sight.engaged() && isOn(telephone, in.node())) {
        decision.record(new CallFact.TelephoneReleased(telephone.id(), sight.engagedMicros()));
      }
    }
    return !engaged.isEmpty();
  }

  private static boolean isOn(@Nullable Telephone telephone, NodeId node) {
    return telephone != null && telephone.node().equals(node);
  }

  /** Nobody tells of a node's endpoints any more: what was told of them may be wrong by now. */
  void unseen(NodeId node, Decision decision) {
    for (Telephone telephone : List.copyOf(plant.telephones.values())) {
      if (telephone.node().equals(node)) {
        see(telephone.id(), Reach.UNKNOWN, decision);
      }
    }
    for (Trunk trunk : List.copyOf(plant.trunks.values())) {
      if (trunk.node().equals(node)) {
        see(trunk.id(), Reach.UNKNOWN, Registration.NONE, decision);
      }
    }
  }

  private void see(TelephoneId telephone, Reach reach, Decision decision) {
    if (plant.sightOf(telephone).reach() != reach) {
      decision.record(new CallFact.TelephoneSeen(telephone, reach));
    }
  }

  private void see(TrunkId trunk, Reach reach, Registration registration, Decision decision) {
    if (!plant.sightOf(trunk).equals(new TrunkSight(trunk, reach, registration))) {
      decision.record(new CallFact.TrunkSeen(trunk, reach, registration));
    }
  }
}
