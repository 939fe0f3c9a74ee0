// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentBooks;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.talk.Talk;
import org.ringmaster.core.talk.TalkBooks;
import org.ringmaster.core.talk.TalkFact;

/**
 * What each agent does and since when. Keeps nothing in a snapshot: all it knows comes back from
 * what the deciders keep there.
 */
public final class AgentBoard implements Board {

  private static final Comparator<QueueId> BY_NAME = Comparator.comparing(QueueId::value);

  private final AgentBooks books = new AgentBooks();
  private final TalkBooks talks = new TalkBooks();
  private final Map<AgentId, AgentProfile> profiles = new LinkedHashMap<>();
  private final Map<QueueId, Queue> queues = new LinkedHashMap<>();
  private final Map<AgentId, NavigableSet<QueueId>> serves = new LinkedHashMap<>();
  private final BoardRows<AgentId, AgentRow> rows = new BoardRows<>(AgentId::value);
  private boolean changed;

  /** All agents, by name. Any thread. */
  public Collection<AgentRow> rows() {
    return rows.all();
  }

  /** One agent, or null where the configuration has none of that name. Any thread. */
  public @Nullable AgentRow row(AgentId id) {
    return rows.get(id);
  }

  /** Whether the last {@link #publish} changed anything. Board thread. */
  boolean changed() {
    return changed;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case AgentFact agentFact -> {
        if (agentFact instanceof AgentFact.Configured configured) {
          profiles.put(configured.profile().id(), configured.profile());
        } else if (agentFact instanceof AgentFact.Removed removed) {
          profiles.remove(removed.agent());
        }
        books.apply(agentFact, envelope);
        rows.mark(AgentFacts.agentOf(agentFact));
      }
      case TalkFact talkFact -> {
        talks.apply(talkFact, envelope);
        markAllOn(talkFact.call());
      }
      case CallFact.CallEnded f -> {
        talks.apply(f, envelope);
        markAllOn(f.call());
      }
      case QueueFact.QueueConfigured f -> configure(f.queue());
      case QueueFact.QueueRemoved f -> forget(queues.remove(f.queue()));
      default -> {}
    }
  }

  /**
   * A talk is shown of everybody on its call: who leads it, and whom they or a colleague called.
   */
  private void markAllOn(CallId call) {
    for (Offer offer : books.offers()) {
      if (offer.call().equals(call)) {
        rows.mark(offer.agent());
      }
    }
  }

  private void configure(Queue queue) {
    forget(queues.put(queue.id(), queue));
    for (AgentId agent : queue.agents()) {
      serves.computeIfAbsent(agent, id -> new TreeSet<>(BY_NAME)).add(queue.id());
      rows.mark(agent);
    }
  }

  private void forget(@Nullable Queue before) {
    if (before != null) {
      for (AgentId agent : before.agents()) {
        serves.computeIfPresent(agent, (id, all) -> without(all, before.id()));
        rows.mark(agent);
      }
    }
  }

  private static @Nullable NavigableSet<QueueId> without(NavigableSet<QueueId> all, QueueId one) {
    all.remove(one);
    return all.isEmpty() ? null : all;
  }

  @Override
  public void publish() {
    changed = rows.publish(this::make);
  }

  private @Nullable AgentRow make(AgentId id) {
    AgentProfile profile = profiles.get(id);
    Agent agent = books.agent(id);
    if (profile == null || agent == null) {
      return null;
    }
    Offer offer = agent.offer() == null ? null : books.offer(agent.offer());
    CallId call = offer == null ? null : offer.call();
    Talk talk = call == null ? null : talks.talk(call);
    return new AgentRow(
        profile,
        agent,
        call,
        List.copyOf(serves.getOrDefault(id, Collections.emptyNavigableSet())),
        talk,
        books.owedBy(agent.id()) != null,
        books.extensionsLeft(agent.id()));
  }

  @Override
  public void snapshot(Consumer<Record> out) {}

  @Override
  public void restore(Record entity) {
    books.restore(entity);
    switch (entity) {
      case AgentProfile it -> {
        profiles.put(it.id(), it);
        rows.mark(it.id());
      }
      case Agent it -> rows.mark(it.id());
      case Offer it -> rows.mark(it.agent());
      case Talk it -> talks.restore(it); // All agents are shown anew after a restore.
      case Queue it -> configure(it);
      default -> {}
    }
  }
}
