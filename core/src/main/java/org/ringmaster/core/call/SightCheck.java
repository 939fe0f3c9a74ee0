// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.List;
import org.ringmaster.core.kernel.Decision;

/**
 * Turns what nodes tell of endpoints into facts about the trunks and telephones that are
 * configured; others are passed over. Off the call path: a leg is rung whatever was told here.
 */
final class SightCheck {

  private final PlantBooks plant;

  SightCheck(PlantBooks plant) {
    this.plant = plant;
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

  void told(CallInput.RegistrationTold in, Decision decision) {
    Trunk trunk = plant.trunks.get(new TrunkId(in.endpoint()));
    if (trunk != null && trunk.node().equals(in.node())) {
      see(trunk.id(), plant.sightOf(trunk.id()).reach(), in.registration(), decision);
    }
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
    if (plant.reachOf(telephone) != reach) {
      decision.record(new CallFact.TelephoneSeen(telephone, reach));
    }
  }

  private void see(TrunkId trunk, Reach reach, Registration registration, Decision decision) {
    if (!plant.sightOf(trunk).equals(new TrunkSight(trunk, reach, registration))) {
      decision.record(new CallFact.TrunkSeen(trunk, reach, registration));
    }
  }
}
