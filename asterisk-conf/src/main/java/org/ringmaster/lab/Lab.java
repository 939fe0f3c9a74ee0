// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  private static final int GONE_SECONDS = 20;
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
      }
      if (plan.outlivesUs()) {
        edges.forEach(edge -> Guard.start(edge, GONE_SECONDS));
      }
      if (outside != null) {
        outside.register(draft.outside().registrations());
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

  @Override
  public void close() {
    if (outside != null) {
      outside.asterisk().close();
    }
    edges.forEach(LabAsterisk::close);
  }
}
