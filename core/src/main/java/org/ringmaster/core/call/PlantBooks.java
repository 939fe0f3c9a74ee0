// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;

/** What surrounds the calls: nodes, trunks, telephones, and how much new work is taken on. */
final class PlantBooks implements Fold {

  final Map<NodeId, NodeState> nodes = new LinkedHashMap<>();
  final Map<TrunkId, Trunk> trunks = new LinkedHashMap<>();
  final Map<TelephoneId, Telephone> telephones = new LinkedHashMap<>();
  private final Map<TrunkId, TrunkSight> trunkSights = new LinkedHashMap<>();
  private final Map<TelephoneId, TelephoneSight> telephoneSights = new LinkedHashMap<>();
  Intake intake = Intake.OPEN;

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      // Whatever sockets there were, they were another process's.
      case EpochBegan f -> {
        nodes.replaceAll((id, node) -> node.lost(0));
        trunkSights.clear();
        // The first list says who is still in a call that is none of ours.
        telephoneSights.replaceAll((id, sight) -> sight.reach(Reach.UNKNOWN));
        telephoneSights.values().removeIf(sight -> !sight.engaged());
      }
      case CallFact.TrunkConfigured f -> {
        Trunk before = trunks.put(f.trunk().id(), f.trunk());
        if (before != null && !before.node().equals(f.trunk().node())) {
          trunkSights.remove(f.trunk().id());
        }
      }
      case CallFact.TrunkRemoved f -> {
        trunks.remove(f.trunk());
        trunkSights.remove(f.trunk());
      }
      case CallFact.TrunkSeen f ->
          trunkSights.put(f.trunk(), new TrunkSight(f.trunk(), f.reach(), f.registration()));
      case CallFact.TelephoneConfigured f -> {
        Telephone before = telephones.put(f.telephone().id(), f.telephone());
        if (before != null && !before.node().equals(f.telephone().node())) {
          telephoneSights.remove(f.telephone().id());
        }
      }
      case CallFact.TelephoneRemoved f -> {
        telephones.remove(f.telephone());
        telephoneSights.remove(f.telephone());
      }
      case CallFact.TelephoneSeen f ->
          telephoneSights.put(f.telephone(), sightOf(f.telephone()).reach(f.reach()));
      case CallFact.TelephoneEngaged f ->
          telephoneSights.put(
              f.telephone(), sightOf(f.telephone()).engaged(envelope.occurredAtMicros()));
      case CallFact.TelephoneReleased f ->
          telephoneSights.put(f.telephone(), sightOf(f.telephone()).engaged(0));
      case CallFact.IntakeChanged f -> intake = f.intake();
      case CallFact.NodeConnected f ->
          nodes.compute(
              f.node(),
              (id, node) ->
                  NodeState.connected(
                      id, f.startedAtMicros(), node == null ? 0 : node.heardAtMicros()));
      case CallFact.NodeLost f -> {
        long heard = f.heardAtMicros() == 0 ? envelope.occurredAtMicros() : f.heardAtMicros();
        change(f.node(), node -> node.lost(heard));
      }
      case CallFact.NodeFenced f -> nodes.put(f.node(), NodeState.fenced(f.node()));
      case CallFact.ListingWanted f ->
          change(f.node(), node -> node.doubted(f.dueMicros(), envelope.recordedAtMicros()));
      case CallFact.NodeReconciled f -> {
        boolean clean = f.legsLost() + f.legsFound() + f.repaired() == 0;
        change(
            f.node(),
            node -> node.listed(envelope.recordedAtMicros(), envelope.occurredAtMicros(), clean));
      }
      default -> {}
    }
  }

  /** What was told of a telephone. */
  TelephoneSight sightOf(TelephoneId telephone) {
    TelephoneSight sight = telephoneSights.get(telephone);
    return sight == null ? TelephoneSight.none(telephone) : sight;
  }

  /** What was told of a trunk. */
  TrunkSight sightOf(TrunkId trunk) {
    return trunkSights.getOrDefault(trunk, TrunkSight.none(trunk));
  }

  /** A node has told of one of its legs what happened at an instant. */
  void heard(NodeId id, Envelope envelope) {
    change(
        id,
        node ->
            node.heard(StrictMath.min(envelope.occurredAtMicros(), envelope.recordedAtMicros())));
  }

  private void change(NodeId id, UnaryOperator<NodeState> change) {
    nodes.computeIfPresent(id, (key, node) -> change.apply(node));
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    out.accept(new CallBooks.IntakeSaved(intake));
    trunks.values().forEach(out);
    telephones.values().forEach(out);
    trunkSights.values().forEach(out);
    telephoneSights.values().forEach(out);
    nodes.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case CallBooks.IntakeSaved it -> intake = it.intake();
      case Trunk it -> trunks.put(it.id(), it);
      case Telephone it -> telephones.put(it.id(), it);
      case TrunkSight it -> trunkSights.put(it.trunk(), it);
      case TelephoneSight it -> telephoneSights.put(it.telephone(), it);
      case NodeState it -> nodes.put(it.id(), it);
      default -> {}
    }
  }
}
