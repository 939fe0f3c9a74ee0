// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.util.ArrayList;
import java.util.List;
import org.ringmaster.asteriskconf.ConfFiles;
import org.ringmaster.asteriskconf.ConfName;
import org.ringmaster.asteriskconf.EdgeConf;
import org.ringmaster.asteriskconf.HostAddress;
import org.ringmaster.asteriskconf.Login;
import org.ringmaster.asteriskconf.Ports;
import org.ringmaster.asteriskconf.Secret;
import org.ringmaster.asteriskconf.SipTimers;
import org.ringmaster.asteriskconf.Telephone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running lab: one or more edges, all on loopback. Several labs run at once from one tree.
 * Closing it stops its Asterisks and deletes what they wrote.
 */
public final class Lab implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lab.class);

  private final List<LabAsterisk> edges;

  private Lab(List<LabAsterisk> edges) {
    this.edges = List.copyOf(edges);
  }

  /** Starts a lab, making the tree first if this user has none yet; progress goes to the log. */
  public static Lab start(LabPlan plan) {
    return start(plan, LabTree.findOrMake(LOG::info));
  }

  /** Starts a lab from a tree and waits until every Asterisk of it is booted. */
  public static Lab start(LabPlan plan, LabTree tree) {
    LabAsterisk.sweep(tree);
    List<LabAsterisk> started = new ArrayList<>();
    try {
      for (EdgePlan edge : plan.edges()) {
        started.add(startEdge(plan, edge, tree));
      }
      return new Lab(started);
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

  @Override
  public void close() {
    edges.forEach(LabAsterisk::close);
  }

  private static LabAsterisk startEdge(LabPlan plan, EdgePlan edge, LabTree tree) {
    LabInstance instance = new LabInstance(tree, new ConfName(plan.name() + "-" + edge.node()));
    Ports ports = LabPorts.draw();
    Login ari = Login.drawn("ringmaster");
    Login ami = Login.drawn("ringmaster");
    EdgeConf conf =
        new EdgeConf(
            edge.node(),
            HostAddress.LOOPBACK,
            ports,
            instance.folders(),
            SipTimers.near(),
            ari,
            ami,
            List.of(),
            edge.telephones().stream()
                .map(name -> Telephone.registering(name.value(), Secret.draw()))
                .toList(),
            edge.numbers(),
            edge.fallbackQueues(),
            edge.music());
    return LabAsterisk.start(instance, ConfFiles.of(conf), ports, ari, ami, plan.outlivesUs());
  }
}
