// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringmaster.asteriskconf.ConfFiles;
import org.ringmaster.asteriskconf.ConfName;
import org.ringmaster.asteriskconf.EdgeConf;
import org.ringmaster.asteriskconf.HostAddress;
import org.ringmaster.asteriskconf.HostPort;
import org.ringmaster.asteriskconf.Login;
import org.ringmaster.asteriskconf.Ports;
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
 * @param keys what the lab must remember
 */
record LabDraft(
    ConfName lab,
    List<Edge> edges,
    LabInstance outsideInstance,
    OutsideConf outside,
    LabKeys keys) {

  private static final String LOOPBACK = HostAddress.LOOPBACK.value();

  /**
   * One edge.
   *
   * @param instance where it lies
   * @param conf what it must know
   * @param added texts that are put behind its files
   */
  record Edge(LabInstance instance, EdgeConf conf, ConfFiles added) {
    AsteriskDraft asterisk(ConfName lab) {
      return new AsteriskDraft(
          lab, conf.node(), instance, files(), conf.ports(), conf.ari(), conf.ami());
    }

    ConfFiles files() {
      return ConfFiles.of(conf).with(added);
    }
  }

  /** A plan for the first time: everything is drawn. */
  static LabDraft of(LabPlan plan, LabTree tree) {
    return of(plan, tree, LabKeys.draw(), Map.of());
  }

  /** A plan for a lab that runs: ports, users and secrets stay what they were. */
  static LabDraft of(LabPlan plan, LabTree tree, LabKeys keys, Map<ConfName, LabNote> running) {
    Reach outside = Reach.of(running.get(Outside.NODE), null);
    HostPort carrier = new HostPort(LOOPBACK, outside.ports().sip());
    List<Edge> edges = new ArrayList<>();
    List<OutsideConf.Edge> seen = new ArrayList<>();
    for (EdgePlan edgePlan : plan.edges()) {
      Reach reach = Reach.of(running.get(edgePlan.node()), edgePlan.ports());
      LabInstance place = instance(plan, tree, edgePlan.node());
      List<Trunk> trunks = new ArrayList<>(edgePlan.trunks());
      if (plan.outside()) {
        trunks.add(outsideTrunk(carrier));
      }
      edges.add(new Edge(place, edge(edgePlan, place, reach, trunks, keys), edgePlan.added()));
      seen.add(seenFromOutside(edgePlan, reach, keys));
    }
    LabInstance place = instance(plan, tree, Outside.NODE);
    OutsideConf conf =
        new OutsideConf(
            Outside.NODE,
            HostAddress.LOOPBACK,
            outside.ports(),
            keys.telephonePort(),
            place.folders(),
            SipTimers.near(),
            outside.ari(),
            seen,
            seen.stream().flatMap(one -> one.telephones().stream()).toList());
    return new LabDraft(plan.name(), edges, place, conf, keys);
  }

  /** How one Asterisk is reached: as it is, or drawn now. */
  private record Reach(Ports ports, Login ari, Login ami) {
    static Reach of(@Nullable LabNote running, @Nullable Ports wanted) {
      if (running != null) {
        return new Reach(running.ports(), running.ari(), running.ami());
      }
      return new Reach(
          wanted == null ? LabPorts.draw() : wanted,
          Login.drawn("ringmaster"),
          Login.drawn("ringmaster"));
    }
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

  private static LabInstance instance(LabPlan plan, LabTree tree, ConfName node) {
    return new LabInstance(tree, new ConfName(plan.name() + "-" + node));
  }

  private static EdgeConf edge(
      EdgePlan edge, LabInstance place, Reach reach, List<Trunk> trunks, LabKeys keys) {
    HostPort telephonesAt = new HostPort(LOOPBACK, keys.telephonePort());
    List<Telephone> telephones = new ArrayList<>(edge.elsewhere());
    for (ConfName name : edge.registering()) {
      boolean heeded = edge.transferKeys().contains(name);
      telephones.add(new Telephone(name, keys.of(edge.node(), name), null, false, heeded));
    }
    for (ConfName name : edge.fixed()) {
      telephones.add(Telephone.fixed(name.value(), keys.of(edge.node(), name), telephonesAt));
    }
    return new EdgeConf(
        edge.node(),
        HostAddress.LOOPBACK,
        reach.ports(),
        place.folders(),
        SipTimers.near(),
        reach.ari(),
        reach.ami(),
        trunks,
        telephones,
        edge.numbers(),
        edge.fallbackQueues(),
        edge.music());
  }

  private static Trunk outsideTrunk(HostPort carrier) {
    List<TrunkSource> sources =
        List.of(
            new TrunkSource.Address(carrier.toString()), new TrunkSource.Address(SippRun.NETWORK));
    return new Trunk(Lab.TRUNK, carrier, sources, null, false);
  }

  /** Telephones that live elsewhere are none of its business. */
  private static OutsideConf.Edge seenFromOutside(EdgePlan edge, Reach reach, LabKeys keys) {
    HostPort target = new HostPort(LOOPBACK, reach.ports().sip());
    List<OutsideConf.AgentTelephone> telephones =
        Stream.concat(edge.registering().stream(), edge.fixed().stream())
            .map(
                name ->
                    new OutsideConf.AgentTelephone(
                        edge.node(),
                        name,
                        keys.of(edge.node(), name),
                        target,
                        edge.registering().contains(name)))
            .toList();
    return new OutsideConf.Edge(edge.node(), target, telephones);
  }
}
