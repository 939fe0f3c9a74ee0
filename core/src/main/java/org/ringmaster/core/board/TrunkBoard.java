// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.NodeState;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.call.TrunkSight;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.IdShape;

/**
 * How many legs run through each trunk and on each node, and whether the nodes are seen. Keeps
 * nothing in a snapshot: all it knows comes back from what the deciders keep there, and nodes are
 * lost until they are connected again.
 */
public final class TrunkBoard implements Board {

  /** Where a live leg runs. Ids that we chose are of legs that we asked for. */
  private record Run(NodeId node, @Nullable TrunkId trunk, boolean out) {}

  private static final class Count {
    int in;
    int out;
  }

  private final Map<TrunkId, Trunk> trunks = new LinkedHashMap<>();
  private final Map<TrunkId, TrunkSight> sights = new LinkedHashMap<>();
  private final Map<NodeId, NodeRow> nodes = new LinkedHashMap<>();
  private final Map<LegId, Run> runs = new LinkedHashMap<>();
  private final Map<TrunkId, Count> onTrunk = new LinkedHashMap<>();
  private final Map<NodeId, Count> onNode = new LinkedHashMap<>();
  private final BoardRows<TrunkId, TrunkRow> trunkRows = new BoardRows<>(TrunkId::value);
  private final BoardRows<NodeId, NodeRow> nodeRows = new BoardRows<>(NodeId::value);
  private boolean changed;

  /** All trunks, by name. Any thread. */
  public Collection<TrunkRow> trunks() {
    return trunkRows.all();
  }

  /** All nodes, by name. Any thread. */
  public Collection<NodeRow> nodes() {
    return nodeRows.all();
  }

  /** Whether the last {@link #publish} changed anything. Board thread. */
  boolean changed() {
    return changed;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    long at = envelope.occurredAtMicros();
    switch (fact) {
      case CallFact.LegArrived f -> begin(f.leg(), f.node(), f.trunk());
      case CallFact.LegRequested f -> begin(f.leg(), f.node(), f.trunk());
      case CallFact.LegEnded f -> end(f.leg());
      case CallFact.TrunkConfigured f -> configure(f.trunk());
      case CallFact.TrunkSeen f -> see(new TrunkSight(f.trunk(), f.reach(), f.registration()));
      case CallFact.TrunkRemoved f -> {
        trunks.remove(f.trunk());
        sights.remove(f.trunk());
        trunkRows.mark(f.trunk());
      }
      case CallFact.TelephoneConfigured f -> know(f.telephone().node());
      case CallFact.NodeConnected f ->
          sight(
              new NodeRow(
                  f.node(),
                  NodeRow.Sight.CONNECTED,
                  f.version(),
                  f.startedAtMicros(),
                  at,
                  0,
                  false));
      case CallFact.NodeReconciled f -> {
        NodeRow node = nodes.get(f.node());
        if (node != null) {
          sight(node.compared());
        }
      }
      case CallFact.NodeLost f -> sight(f.node(), NodeRow.Sight.LOST, at);
      case CallFact.NodeFenced f -> sight(f.node(), NodeRow.Sight.FENCED, at);
      case EpochBegan f -> {
        List.copyOf(sights.keySet()).forEach(trunk -> see(TrunkSight.none(trunk)));
        List.copyOf(nodes.keySet()).forEach(node -> sight(node, NodeRow.Sight.LOST, at));
      }
      default -> {}
    }
  }

  private void begin(LegId leg, NodeId node, @Nullable TrunkId trunk) {
    Run run = new Run(node, trunk, IdShape.isOurs(leg.value()));
    if (runs.putIfAbsent(leg, run) == null) {
      count(run, 1);
    }
  }

  private void end(LegId leg) {
    Run run = runs.remove(leg);
    if (run != null) {
      count(run, -1);
    }
  }

  private void count(Run run, int change) {
    know(run.node());
    add(onNode.computeIfAbsent(run.node(), id -> new Count()), run.out(), change);
    nodeRows.mark(run.node());
    if (run.trunk() != null) {
      add(onTrunk.computeIfAbsent(run.trunk(), id -> new Count()), run.out(), change);
      trunkRows.mark(run.trunk());
    }
  }

  private static void add(Count count, boolean out, int change) {
    if (out) {
      count.out += change;
    } else {
      count.in += change;
    }
  }

  private void see(TrunkSight sight) {
    sights.put(sight.trunk(), sight);
    trunkRows.mark(sight.trunk());
  }

  private void configure(Trunk trunk) {
    Trunk before = trunks.put(trunk.id(), trunk);
    if (before != null && !before.node().equals(trunk.node())) {
      sights.remove(trunk.id());
    }
    trunkRows.mark(trunk.id());
    know(trunk.node());
  }

  /** A node that something names is on the board, lost until it is connected. */
  private void know(NodeId node) {
    if (!nodes.containsKey(node)) {
      sight(new NodeRow(node, NodeRow.Sight.LOST, null, 0, 0, 0, false));
    }
  }

  private void sight(NodeId id, NodeRow.Sight sight, long atMicros) {
    NodeRow before = nodes.get(id);
    sight(
        new NodeRow(
            id,
            sight,
            before == null ? null : before.version(),
            before == null ? 0 : before.startedAtMicros(),
            atMicros,
            0,
            false));
  }

  private void sight(NodeRow node) {
    nodes.put(node.id(), node);
    nodeRows.mark(node.id());
    for (Trunk trunk : trunks.values()) {
      if (trunk.node().equals(node.id())) {
        trunkRows.mark(trunk.id());
      }
    }
  }

  @Override
  public void publish() {
    boolean trunksChanged = trunkRows.publish(this::makeTrunk);
    changed = nodeRows.publish(this::makeNode) || trunksChanged;
  }

  private @Nullable TrunkRow makeTrunk(TrunkId id) {
    Trunk trunk = trunks.get(id);
    if (trunk == null) {
      return null;
    }
    Count count = onTrunk.computeIfAbsent(id, it -> new Count());
    NodeRow node = nodes.get(trunk.node());
    return new TrunkRow(
        trunk,
        count.in,
        count.out,
        node == null ? NodeRow.Sight.LOST : node.sight(),
        sights.getOrDefault(id, TrunkSight.none(id)));
  }

  private @Nullable NodeRow makeNode(NodeId id) {
    NodeRow node = nodes.get(id);
    Count count = onNode.computeIfAbsent(id, it -> new Count());
    return node == null
        ? null
        : new NodeRow(
            id,
            node.sight(),
            node.version(),
            node.startedAtMicros(),
            node.sinceMicros(),
            count.in + count.out,
            node.reconciled());
  }

  @Override
  public void snapshot(Consumer<Record> out) {}

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case Trunk it -> configure(it);
      case TrunkSight it -> see(it);
      case Telephone it -> know(it.node());
      case NodeState it ->
          sight(
              new NodeRow(
                  it.id(),
                  it.fenced()
                      ? NodeRow.Sight.FENCED
                      : it.connected() ? NodeRow.Sight.CONNECTED : NodeRow.Sight.LOST,
                  null,
                  it.startedAtMicros(),
                  0,
                  0,
                  it.listedAtMicros() > 0));
      case Leg it -> begin(it.id(), it.node(), it.trunk());
      default -> {}
    }
  }
}
