// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ringmaster.asteriskconf.ConfName;
import org.ringmaster.asteriskconf.Extension;
import org.ringmaster.asteriskconf.FallbackQueue;
import org.ringmaster.asteriskconf.InboundNumber;
import org.ringmaster.asteriskconf.MusicClass;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.Strategy;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.NodeSettings;
import org.ringmaster.server.config.TelephoneSettings;

/**
 * What the lab's Asterisks need, from {@code ringmaster.yaml}: telephones, numbers, fallback
 * queues.
 */
final class LabPlans {

  private static final int MIN_RING_SECONDS = 5;
  private static final int MAX_RING_SECONDS = 120;
  private static final int MAX_WAIT_SECONDS = 600;
  private static final int MILLIS = 1_000;

  private final Configuration configuration;

  LabPlans(Configuration configuration) {
    this.configuration = configuration;
  }

  /** A plan for each node that is the lab's; empty where none is. */
  List<EdgePlan> edges() {
    return configuration.nodes().stream().filter(NodeSettings::lab).map(this::edge).toList();
  }

  private EdgePlan edge(NodeSettings node) {
    List<ConfName> telephones =
        configuration.telephones().stream()
            .filter(phone -> phone.telephone().node().equals(node.id()))
            .map(phone -> new ConfName(phone.name()))
            .toList();
    return new EdgePlan(
        new ConfName(node.id().value()),
        telephones,
        List.of(),
        List.of(),
        configuration.numbers().stream()
            .map(
                number ->
                    new InboundNumber(
                        new Extension(number.number()), new ConfName(number.queue().value())))
            .toList(),
        configuration.queues().stream().map(queue -> fallback(queue, node.id())).toList(),
        List.of(MusicClass.supplied()));
  }

  private FallbackQueue fallback(Queue queue, NodeId node) {
    long ringSeconds = queue.ringMillis() / MILLIS;
    return new FallbackQueue(
        new ConfName(queue.id().value()),
        queue.strategy() == Strategy.RINGALL
            ? FallbackQueue.Strategy.RINGALL
            : FallbackQueue.Strategy.LONGEST_IDLE,
        (int) Math.clamp(ringSeconds, MIN_RING_SECONDS, MAX_RING_SECONDS),
        MAX_WAIT_SECONDS,
        new ConfName(queue.musicClass()),
        ownTelephones(queue, node));
  }

  /** While the platform is away nobody is signed in: the agents' own telephones ring. */
  private List<ConfName> ownTelephones(Queue queue, NodeId node) {
    var here =
        configuration.telephones().stream()
            .map(TelephoneSettings::telephone)
            .filter(phone -> phone.node().equals(node))
            .map(phone -> phone.id())
            .collect(Collectors.toSet());
    return configuration.agents().stream()
        .filter(agent -> queue.agents().contains(agent.id()))
        .map(AgentProfile::telephone)
        .filter(Objects::nonNull)
        .filter(here::contains)
        .map(phone -> new ConfName(phone.value()))
        .toList();
  }
}
