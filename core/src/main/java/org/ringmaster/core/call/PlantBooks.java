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
  Intake intake = Intake.OPEN;

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      // Whatever sockets there were, they were another process's.
      case EpochBegan f -> nodes.replaceAll((id, node) -> node.lost());
      case CallFact.TrunkConfigured f -> trunks.put(f.trunk().id(), f.trunk());
      case CallFact.TrunkRemoved f -> trunks.remove(f.trunk());
      case CallFact.TelephoneConfigured f -> telephones.put(f.telephone().id(), f.telephone());
      case CallFact.TelephoneRemoved f -> telephones.remove(f.telephone());
      case CallFact.IntakeChanged f -> intake = f.intake();
      case CallFact.NodeConnected f ->
          nodes.put(f.node(), NodeState.connected(f.node(), f.startedAtMicros()));
      case CallFact.NodeLost f -> change(f.node(), NodeState::lost);
      case CallFact.NodeFenced f -> nodes.put(f.node(), NodeState.fenced(f.node()));
      case CallFact.ListingWanted f -> change(f.node(), node -> node.doubted(f.dueMicros()));
      case CallFact.NodeReconciled f -> {
        boolean clean = f.legsLost() + f.legsFound() + f.repaired() == 0;
        change(f.node(), node -> node.listed(envelope.recordedAtMicros(), clean));
      }
      default -> {}
    }
  }

  private void change(NodeId id, UnaryOperator<NodeState> change) {
    nodes.computeIfPresent(id, (key, node) -> change.apply(node));
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    out.accept(new CallBooks.IntakeSaved(intake));
    trunks.values().forEach(out);
    telephones.values().forEach(out);
    nodes.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case CallBooks.IntakeSaved it -> intake = it.intake();
      case Trunk it -> trunks.put(it.id(), it);
      case Telephone it -> telephones.put(it.id(), it);
      case NodeState it -> nodes.put(it.id(), it);
      default -> {}
    }
  }
}
