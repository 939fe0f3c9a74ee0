// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ringmaster.asteriskconf.ConfName;
import org.ringmaster.asteriskconf.Extension;
import org.ringmaster.asteriskconf.FallbackQueue;
import org.ringmaster.asteriskconf.HostPort;
import org.ringmaster.asteriskconf.InboundNumber;
import org.ringmaster.asteriskconf.MusicClass;
import org.ringmaster.asteriskconf.Secret;
import org.ringmaster.asteriskconf.Telephone;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.lab.EdgePlan;

/**
 * What the lab's Asterisks are to have, from the configuration: telephones, numbers and the queues
 * for while the platform is away.
 */
public final class LabEdges {
  private static final int SIP_PORT = 5060;
  private static final String MUSIC_FOLDER = "moh";
  private static final String SUPPLIED = "default";
  private static final String LAB_SILENCE = "quiet";
  private static final long RING_AT_LEAST = 5;
  private static final long RING_AT_MOST = 120;
  private static final long WAIT_AT_LEAST = 10;
  private static final long WAIT_AT_MOST = 7_200;
  private static final long WAIT_IF_FOR_EVER = 600;
  private static final long MILLIS = 1_000;

  private final Configuration configuration;

  LabEdges(Configuration configuration) {
    this.configuration = configuration;
  }

  /** One plan for each node of the lab; none if all Asterisks are the user's own. */
  public static List<EdgePlan> of(Configuration configuration) {
    LabEdges edges = new LabEdges(configuration);
    return configuration.nodes().stream().filter(NodeSettings::lab).map(edges::edge).toList();
  }

  private EdgePlan edge(NodeSettings node) {
    List<TelephoneSettings> telephones =
        configuration.telephones().stream()
            .filter(one -> one.telephone().node().equals(node.id()))
            .toList();
    EdgePlan plan =
        new EdgePlan(
            new ConfName(node.id().value()),
            telephones.stream()
                .filter(LabEdges::livesOutside)
                .map(one -> new ConfName(one.name()))
                .toList(),
            List.of(),
            telephones.stream().filter(one -> !livesOutside(one)).map(LabEdges::telephone).toList(),
            numbers(),
            fallbackQueues(node.id()),
            music());
    return plan.heeding(
        telephones.stream()
            .filter(one -> livesOutside(one) && one.transferKey())
            .map(one -> new ConfName(one.name()))
            .toList());
  }

  /**
   * Each number in all its spellings, with its queue as the one that takes its callers while the
   * platform is away. Where a spelling is another's number it is that one's.
   */
  List<InboundNumber> numbers() {
    Map<String, ConfName> queues = new LinkedHashMap<>();
    for (var number : configuration.numbers()) {
      queues.put(number.number(), new ConfName(number.queue().value()));
    }
    for (var number : configuration.numbers()) {
      ConfName queue = new ConfName(number.queue().value());
      number.spellings().forEach(spelling -> queues.putIfAbsent(spelling, queue));
    }
    return queues.entrySet().stream()
        .map(entry -> new InboundNumber(new Extension(entry.getKey()), entry.getValue()))
        .toList();
  }

  /**
   * Each queue, with its agents' own telephones: while the platform is away nobody is signed in.
   */
  List<FallbackQueue> fallbackQueues(NodeId node) {
    return configuration.queues().stream().map(queue -> fallback(queue, node)).toList();
  }

  /** A telephone of which nothing more is said is one of the lab's own. */
  private static boolean livesOutside(TelephoneSettings telephone) {
    return telephone.contact() == null && telephone.secret() == null && !telephone.browser();
  }

  private static Telephone telephone(TelephoneSettings telephone) {
    Secret secret =
        telephone.secret() == null ? Secret.draw() : SecretReader.asterisk(telephone.secret());
    String contact = telephone.contact();
    return new Telephone(
        new ConfName(telephone.name()),
        secret,
        contact == null ? null : place(contact),
        telephone.browser(),
        telephone.transferKey());
  }

  private static HostPort place(String contact) {
    String place = contact.substring("sip:".length());
    int colon = place.indexOf(':');
    return colon < 0
        ? new HostPort(place, SIP_PORT)
        : new HostPort(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)));
  }

  private FallbackQueue fallback(Queue queue, NodeId node) {
    long wait = queue.maxWaitMillis() == 0 ? WAIT_IF_FOR_EVER : queue.maxWaitMillis() / MILLIS;
    List<ConfName> telephones = new ArrayList<>();
    List<Integer> penalties = new ArrayList<>();
    for (AgentId agent : queue.agents()) {
      telephoneOf(agent, node)
          .forEach(
              telephone -> {
                telephones.add(telephone);
                penalties.add(queue.routing().penaltyOf(agent));
              });
    }
    return new FallbackQueue(
        new ConfName(queue.id().value()),
        strategy(queue.strategy()),
        (int) Math.clamp(queue.ringMillis() / MILLIS, RING_AT_LEAST, RING_AT_MOST),
        (int) Math.clamp(wait, WAIT_AT_LEAST, WAIT_AT_MOST),
        new ConfName(queue.musicClass().equals(LAB_SILENCE) ? SUPPLIED : queue.musicClass()),
        telephones,
        penalties,
        queue.routing().maxLength(),
        queue.routing().weight());
  }

  /** App_queue knows no skills and no idle time over several queues; its nearest is taken. */
  private static FallbackQueue.Strategy strategy(Strategy ours) {
    return switch (ours) {
      case RINGALL -> FallbackQueue.Strategy.RINGALL;
      case LEASTRECENT, LONGEST_IDLE, SKILLS -> FallbackQueue.Strategy.LONGEST_IDLE;
      case FEWESTCALLS -> FallbackQueue.Strategy.FEWESTCALLS;
      case RANDOM -> FallbackQueue.Strategy.RANDOM;
      case RRMEMORY -> FallbackQueue.Strategy.RRMEMORY;
      case RRORDERED -> FallbackQueue.Strategy.RRORDERED;
      case LINEAR -> FallbackQueue.Strategy.LINEAR;
      case WRANDOM -> FallbackQueue.Strategy.WRANDOM;
    };
  }

  private Stream<ConfName> telephoneOf(AgentId agent, NodeId node) {
    List<TelephoneId> own =
        configuration.agents().stream()
            .filter(profile -> profile.id().equals(agent))
            .map(AgentProfile::telephone)
            .filter(Objects::nonNull)
            .toList();
    return configuration.telephones().stream()
        .filter(one -> own.contains(one.telephone().id()) && one.telephone().node().equals(node))
        .map(one -> new ConfName(one.name()));
  }

  private List<MusicClass> music() {
    return Stream.concat(
            Stream.of(SUPPLIED), configuration.queues().stream().map(Queue::musicClass))
        .distinct()
        .filter(name -> !name.equals(LAB_SILENCE))
        .map(name -> new MusicClass(new ConfName(name), MUSIC_FOLDER))
        .toList();
  }
}
