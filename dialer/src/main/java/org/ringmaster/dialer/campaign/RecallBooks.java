// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.dialer.list.ListFact;
import org.ringmaster.dialer.list.ListId;

/** Which leads shall be called again when. Owned by the thread that folds. */
public final class RecallBooks {

  /**
   * The lead that an agent talked with last; a line in a snapshot.
   *
   * @param slot at which of its numbers, from 0; so it is in snapshots of earlier versions
   */
  record Talk(AgentId agent, CallId call, CampaignId campaign, ListId list, int lead, int slot) {}

  private record Key(ListId list, int lead) {}

  /** Who is due first, and among those the first by list and lead. */
  private static final Comparator<Recall> BY_TIME =
      Comparator.comparingLong(Recall::nextMicros)
          .thenComparing(recall -> recall.list().value())
          .thenComparingInt(Recall::lead);

  private final Map<Key, Recall> recalls = new LinkedHashMap<>();
  private final Map<CampaignId, NavigableSet<Recall>> byTime = new LinkedHashMap<>();
  private final Map<AgentId, Talk> talks = new LinkedHashMap<>();

  RecallBooks() {}

  /** What was agreed for a lead, or null. */
  public @Nullable Recall of(ListId list, int lead) {
    return recalls.get(new Key(list, lead));
  }

  /** Those of a campaign, who is due first first; a copy. */
  public List<Recall> of(CampaignId campaign) {
    return List.copyOf(byTime.getOrDefault(campaign, Collections.emptyNavigableSet()));
  }

  /** All of them; a copy. */
  List<Recall> all() {
    return List.copyOf(recalls.values());
  }

  /** Those of a campaign that are due at an instant, epoch microseconds; a copy. */
  List<Recall> due(CampaignId campaign, long nowMicros) {
    List<Recall> due = new ArrayList<>();
    for (Recall recall : byTime.getOrDefault(campaign, Collections.emptyNavigableSet())) {
      if (recall.nextMicros() > nowMicros) {
        break;
      }
      due.add(recall);
    }
    return due;
  }

  boolean isAny(CampaignId campaign) {
    return byTime.containsKey(campaign);
  }

  private void put(Recall recall) {
    remove(recalls.put(new Key(recall.list(), recall.lead()), recall));
    byTime.computeIfAbsent(recall.campaign(), id -> new TreeSet<>(BY_TIME)).add(recall);
  }

  /** Takes one out of the order of time. */
  private void remove(@Nullable Recall recall) {
    NavigableSet<Recall> those = recall == null ? null : byTime.get(recall.campaign());
    if (recall != null && those != null && those.remove(recall) && those.isEmpty()) {
      byTime.remove(recall.campaign());
    }
  }

  private void change(ListId list, int lead, UnaryOperator<Recall> how) {
    Recall recall = of(list, lead);
    if (recall != null) {
      put(how.apply(recall));
    }
  }

  private void forget(ListId list) {
    for (Recall recall : List.copyOf(recalls.values())) {
      if (recall.list().equals(list)) {
        remove(recalls.remove(new Key(list, recall.lead())));
      }
    }
  }

  /** The lead that an agent talked with in a call, if it was their last one; or null. */
  @Nullable Talk talk(AgentId agent, CallId call) {
    Talk talk = talks.get(agent);
    return talk != null && talk.call().equals(call) ? talk : null;
  }

  /**
   * Applies a fact that all campaigns' books know already.
   *
   * @param books in which its attempt stands
   * @param at when it was recorded, epoch microseconds
   */
  void apply(Fact fact, CampaignBooks books, long at) {
    switch (fact) {
      case RecallFact.Agreed f -> put(f.recall());
      case RecallFact.Opened f -> change(f.list(), f.lead(), Recall::opened);
      case RecallFact.PutOff f ->
          change(f.list(), f.lead(), it -> it.askedAgainAt(f.untilMicros()));
      case RecallFact.Ended f -> remove(recalls.remove(new Key(f.list(), f.lead())));
      // What forbade it may not do so any more under other rules.
      case CampaignFact.CampaignConfigured f -> {
        of(f.plan().id()).forEach(it -> put(it.askedAgainAt(0)));
        of(f.plan().id()).forEach(it -> keep(it, books));
      }
      // What was agreed while it rang, or while it was forbidden, stands.
      case CampaignFact.AttemptEnded f -> keep(of(f.list(), f.lead()), books);
      case CampaignFact.LeadsPermitted f ->
          f.leads().forEach(lead -> keep(of(f.list(), lead), books));
      // It was shown and not called: it rests as any lead does, so that others are seen meanwhile.
      case PreviewFact.Ended f ->
          change(f.list(), f.lead(), it -> it.dueMicros() <= at ? it.notBefore(f.dueMicros()) : it);
      case CampaignFact.Connected f -> talks(books.attempt(f.leg()), f.agent());
      // Whom a message without agents led to the queue talks with its agents, too.
      case QueueFact.EntryConnected f -> {
        Attempt attempt = books.attempt(f.call());
        if (attempt != null && attempt.phase() == AttemptPhase.QUEUED) {
          talks(attempt, f.agent());
        }
      }
      case ListFact.ListUndone f -> forget(f.list());
      case ListFact.ListRetired f -> forget(f.list());
      default -> {}
    }
  }

  /** Its lead is not dialled for anything else before. */
  private static void keep(@Nullable Recall recall, CampaignBooks books) {
    LeadStates states = recall == null ? null : books.leads(recall.list());
    if (recall != null && states != null) {
      states.keepsFree(recall);
    }
  }

  private void talks(@Nullable Attempt attempt, AgentId agent) {
    if (attempt != null) {
      talks.put(
          agent,
          new Talk(
              agent,
              attempt.call(),
              attempt.campaign(),
              attempt.list(),
              attempt.lead(),
              attempt.slot()));
    }
  }

  void snapshot(Consumer<Record> out) {
    recalls.values().forEach(out);
    talks.values().forEach(out);
  }

  void restore(Record entity) {
    switch (entity) {
      case Recall it -> put(it);
      case Talk it -> talks.put(it.agent(), it);
      default -> {}
    }
  }
}
