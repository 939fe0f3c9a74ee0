// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.asteriskconf.ConfName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running lab: one or more edges and, if planned, the world outside, all on loopback. Several
 * labs run at once from one tree. Closing it stops its Asterisks and deletes what they wrote.
 */
public final class Lab implements AutoCloseable {
  /** The trunk of every edge to the world outside. */
  public static final ConfName TRUNK = new ConfName("outside");

  /** How long Ringmaster must be away before the guard of a lasting lab moves callers. */
  static final int GONE_SECONDS = 20;

  private static final Logger LOG = LoggerFactory.getLogger(Lab.class);

  private final List<LabAsterisk> edges;
  private final @Nullable Outside outside;

  private Lab(List<LabAsterisk> edges, @Nullable Outside outside) {
    this.edges = List.copyOf(edges);
    this.outside = outside;
  }

  /** Starts a lab, making the tree first if this user has none yet; progress goes to the log. */
  public static Lab start(LabPlan plan) {
    return start(plan, LabTree.findOrMake(LOG::info));
  }

  /**
   * Starts a lab from a tree and waits until every Asterisk of it is booted.
   *
   * @throws LabUnavailable if this machine does not allow it
   */
  public static Lab start(LabPlan plan, LabTree tree) {
    LabSweep.sweep(tree);
    LabDraft draft = LabDraft.of(plan, tree);
    List<LabAsterisk> started = new ArrayList<>();
    try {
      Outside outside = null;
      if (plan.outside()) {
        // First, so that the edges find their carrier and telephones when they look for them.
        started.add(LabAsterisk.start(draft.outsideAsterisk(), plan.outlivesUs()));
        outside = new Outside(started.getFirst(), Telephones.of(draft.outside()));
        outside.telephones().writeTo(started.getFirst().instance());
      }
      List<LabAsterisk> edges = new ArrayList<>();
      for (LabDraft.Edge edge : draft.edges()) {
        edges.add(LabAsterisk.start(edge.asterisk(plan.name()), plan.outlivesUs()));
        started.add(edges.getLast());
        draft.keys().writeTo(edges.getLast().instance());
      }
      if (plan.outlivesUs()) {
        edges.forEach(edge -> Guard.start(edge, GONE_SECONDS));
      }
      if (outside != null) {
        outside.register(draft.outside(), edges);
      }
      return new Lab(edges, outside);
    } catch (RuntimeException e) {
      started.forEach(LabAsterisk::close);
      throw e;
    }
  }

  /** Finds a lab that another process left running under a lasting name. */
  public static Optional<Lab> find(ConfName name) {
    if (!LabTree.isMade()) {
      return Optional.empty();
    }
    LabTree tree = LabTree.findOrMake(LOG::info);
    List<LabAsterisk> edges = new ArrayList<>();
    Outside outside = null;
    for (LabInstance instance : LabInstance.all(tree)) {
      LabAsterisk found =
          LabAsterisk.find(instance).filter(one -> one.lab().equals(name)).orElse(null);
      if (found != null && found.node().equals(Outside.NODE)) {
        outside = new Outside(found, Telephones.readFrom(instance));
      } else if (found != null) {
        edges.add(found);
      }
    }
    edges.sort(Comparator.comparing(edge -> edge.node().value()));
    return edges.isEmpty() ? Optional.empty() : Optional.of(new Lab(edges, outside));
  }

  /**
   * The lab of a lasting name as this plan wants it: the one that runs takes the plan over, one of
   * which something has died (or the whole machine) is revived first, else it is started.
   *
   * @throws LabUnavailable if this machine does not allow it
   */
  public static Lab findOrStart(LabPlan plan) {
    LabTree tree = LabTree.findOrMake(LOG::info);
    boolean revived = LabSweep.revive(plan.name(), tree);
    Lab found = find(plan.name()).orElse(null);
    if (found == null) {
      return start(plan, tree);
    }
    if (found.hasOutside() == plan.outside() && found.hasNodesOf(plan)) {
      found.edges.forEach(edge -> Guard.ensure(edge, GONE_SECONDS));
      LabDraft draft = found.draft(plan.edges());
      return !revived && LabReload.isCurrent(found, draft) ? found : found.apply(draft);
    }
    found.close();
    return start(plan, tree);
  }

  /**
   * What of any lab runs for nobody, this process's own labs among it: a sentence for each. Empty
   * once every lab of this process is closed.
   */
  public static List<String> leftBehind() {
    return LabTree.isMade() ? LabSweep.leftBehind(LabTree.findOrMake(LOG::info)) : List.of();
  }

  private boolean hasNodesOf(LabPlan plan) {
    Set<ConfName> wanted = new HashSet<>();
    plan.edges().forEach(edge -> wanted.add(edge.node()));
    Set<ConfName> running = new HashSet<>();
    edges.forEach(edge -> running.add(edge.node()));
    return running.equals(wanted);
  }

  /**
   * Takes over changed telephones, numbers, queues, music and trunks while calls go on; ports,
   * users and secrets stay. Returns the lab as it is now.
   *
   * @throws IllegalArgumentException if edges came or went, which needs a new start
   */
  public Lab apply(List<EdgePlan> changed) {
    return apply(draft(changed));
  }

  private LabDraft draft(List<EdgePlan> changed) {
    LabPlan plan = new LabPlan(edge().lab(), changed, outside != null, true);
    if (!hasNodesOf(plan)) {
      throw new IllegalArgumentException(
          "the lab runs other nodes than the plan has: stop it and start it again");
    }
    LabTree tree = edge().instance().tree();
    return LabDraft.of(plan, tree, LabKeys.readFrom(edge().instance()), LabReload.notes(this));
  }

  private Lab apply(LabDraft draft) {
    Outside now = null;
    if (outside != null) {
      now = new Outside(outside.asterisk(), Telephones.of(draft.outside()));
      LabReload.outside(now, draft.outside());
    }
    for (LabDraft.Edge edge : draft.edges()) {
      LabReload.edge(running(edge.conf().node()), edge);
    }
    if (now != null) {
      now.register(draft.outside(), edges);
    }
    return new Lab(edges, now);
  }

  LabAsterisk running(ConfName node) {
    return edges.stream().filter(edge -> edge.node().equals(node)).findFirst().orElseThrow();
  }

  /** The only or first edge. */
  public LabAsterisk edge() {
    return edges.getFirst();
  }

  /** All edges, in the plan's order. */
  public List<LabAsterisk> edges() {
    return edges;
  }

  /**
   * The world outside.
   *
   * @throws IllegalStateException if the plan had none
   */
  public Outside outside() {
    if (outside == null) {
      throw new IllegalStateException("this lab has no outside");
    }
    return outside;
  }

  /** Whether there is a world outside. */
  public boolean hasOutside() {
    return outside != null;
  }

  @Override
  public void close() {
    if (outside != null) {
      outside.asterisk().close();
    }
    edges.forEach(LabAsterisk::close);
  }
}
