// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.util.ArrayList;
import java.util.List;
import org.ringmaster.asteriskconf.ConfFiles;
import org.ringmaster.asteriskconf.ConfName;
import org.ringmaster.asteriskconf.EdgeConf;
import org.ringmaster.asteriskconf.HostAddress;
import org.ringmaster.asteriskconf.HostPort;
import org.ringmaster.asteriskconf.Login;
import org.ringmaster.asteriskconf.Ports;
import org.ringmaster.asteriskconf.Secret;
import org.ringmaster.asteriskconf.SipTimers;
import org.ringmaster.asteriskconf.Telephone;
import org.ringmaster.asteriskconf.Trunk;
import org.ringmaster.asteriskconf.TrunkSource;

/**
 * A plan with ports, places and secrets drawn, so that each Asterisk can be told of the others
 * before any of them runs.
 *
 * @param lab the lab's name
 * @param edges the edges
 * @param outsideInstance where the world outside lies
 * @param outside what the world outside must know
 */
record LabDraft(ConfName lab, List<Edge> edges, LabInstance outsideInstance, OutsideConf outside) {
  private static final String LOOPBACK = HostAddress.LOOPBACK.value();

  /**
   * One edge.
   *
   * @param instance where it lies
   * @param conf what it must know
   */
  record Edge(LabInstance instance, EdgeConf conf) {
    AsteriskDraft asterisk(ConfName lab) {
      return new AsteriskDraft(
          lab, conf.node(), instance, ConfFiles.of(conf), conf.ports(), conf.ari(), conf.ami());
    }
  }

  static LabDraft of(LabPlan plan, LabTree tree) {
    Ports outsidePorts = LabPorts.draw();
    HostPort telephonesAt = new HostPort(LOOPBACK, LabPorts.free());
    List<Edge> edges = new ArrayList<>();
    List<OutsideConf.Edge> seen = new ArrayList<>();
    for (EdgePlan edgePlan : plan.edges()) {
      Edge edge = edge(plan, edgePlan, tree, outsidePorts, telephonesAt);
      edges.add(edge);
      seen.add(seenFromOutside(edge.conf()));
    }
    LabInstance place = new LabInstance(tree, new ConfName(plan.name() + "-" + Outside.NODE));
    OutsideConf outside =
        new OutsideConf(
            Outside.NODE,
            HostAddress.LOOPBACK,
            outsidePorts,
            telephonesAt.port(),
            place.folders(),
            SipTimers.near(),
            Login.drawn("lab"),
            seen,
            seen.stream().flatMap(one -> one.telephones().stream()).toList());
    return new LabDraft(plan.name(), edges, place, outside);
  }

  AsteriskDraft outsideAsterisk() {
    return new AsteriskDraft(
        lab,
        outside.node(),
        outsideInstance,
        outside.files(),
        outside.ports(),
        outside.ari(),
        Login.drawn("none"));
  }

  private static Edge edge(
      LabPlan plan, EdgePlan edge, LabTree tree, Ports outsidePorts, HostPort telephonesAt) {
    LabInstance place = new LabInstance(tree, new ConfName(plan.name() + "-" + edge.node()));
    List<Telephone> telephones = new ArrayList<>(edge.elsewhere());
    for (ConfName name : edge.registering()) {
      telephones.add(Telephone.registering(name.value(), Secret.draw()));
    }
    for (ConfName name : edge.fixed()) {
      telephones.add(Telephone.fixed(name.value(), Secret.draw(), telephonesAt));
    }
    List<Trunk> trunks = new ArrayList<>(edge.trunks());
    if (plan.outside()) {
      trunks.add(outsideTrunk(new HostPort(LOOPBACK, outsidePorts.sip())));
    }
    EdgeConf conf =
        new EdgeConf(
            edge.node(),
            HostAddress.LOOPBACK,
            edge.ports() == null ? LabPorts.draw() : edge.ports(),
            place.folders(),
            SipTimers.near(),
            Login.drawn("ringmaster"),
            Login.drawn("ringmaster"),
            trunks,
            telephones,
            edge.numbers(),
            edge.fallbackQueues(),
            edge.music());
    return new Edge(place, conf);
  }

  private static Trunk outsideTrunk(HostPort carrier) {
    List<TrunkSource> sources =
        List.of(
            new TrunkSource.Address(carrier.toString()), new TrunkSource.Address(SippRun.NETWORK));
    return new Trunk(Lab.TRUNK, carrier, sources, null, false);
  }

  private static OutsideConf.Edge seenFromOutside(EdgeConf edge) {
    HostPort target = new HostPort(LOOPBACK, edge.ports().sip());
    List<OutsideConf.AgentTelephone> telephones =
        edge.telephones().stream()
            .map(
                one ->
                    new OutsideConf.AgentTelephone(
                        edge.node(), one.name(), one.secret(), target, one.fixedAt() == null))
            .toList();
    return new OutsideConf.Edge(edge.node(), target, telephones);
  }
}
