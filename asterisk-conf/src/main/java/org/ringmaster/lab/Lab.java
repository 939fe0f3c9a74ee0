// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.util.ArrayList;
import java.util.List;
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
    LabAsterisk.sweep(tree);
    LabDraft draft = LabDraft.of(plan, tree);
    List<LabAsterisk> started = new ArrayList<>();
    try {
      Outside outside = null;
      if (plan.outside()) {
        // First, so that the edges find their carrier and telephones when they look for them.
        LabAsterisk asterisk = draft.startOutside();
        started.add(asterisk);
        outside = new Outside(asterisk, draft.outside());
      }
      List<LabAsterisk> edges = new ArrayList<>();
      for (LabDraft.Edge edge : draft.edges()) {
        edges.add(edge.start(plan.outlivesUs()));
        started.add(edges.getLast());
      }
      if (outside != null) {
        outside.awaitRegistered();
      }
      return new Lab(edges, outside);
    } catch (RuntimeException e) {
      started.forEach(LabAsterisk::close);
      throw e;
    }
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
