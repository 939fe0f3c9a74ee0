// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.dialer.list.ListFact;
import org.ringmaster.dialer.list.ListId;

/** Which leads shall be called again when. Owned by the thread that folds. */
public final class RecallBooks {

  /** The lead that an agent talked with last; a line in a snapshot. */
  record Talk(AgentId agent, CallId call, CampaignId campaign, ListId list, int lead) {}

  private record Key(ListId list, int lead) {}

  private final Map<Key, Recall> recalls = new LinkedHashMap<>();
  private final Map<AgentId, Talk> talks = new LinkedHashMap<>();

  RecallBooks() {}

  /** What was agreed for a lead, or null. */
  public @Nullable Recall of(ListId list, int lead) {
    return recalls.get(new Key(list, lead));
  }

  /** Those of a campaign, in the order in which they were agreed; a copy. */
  public List<Recall> of(CampaignId campaign) {
    List<Recall> found = new ArrayList<>();
    for (Recall recall : recalls.values()) {
      if (recall.campaign().equals(campaign)) {
        found.add(recall);
      }
    }
    return found;
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
      case RecallFact.Agreed f ->
          recalls.put(new Key(f.recall().list(), f.recall().lead()), f.recall());
      case RecallFact.Opened f ->
          recalls.computeIfPresent(
              new Key(f.list(), f.lead()),
              (key, it) ->
                  new Recall(
                      it.campaign(),
                      it.list(),
                      it.lead(),
                      null,
                      it.dueMicros(),
                      it.openMicros(),
                      it.untilMicros(),
                      it.at()));
      case RecallFact.Ended f -> recalls.remove(new Key(f.list(), f.lead()));
      // It was shown and not called: it rests as any lead does, so that others are seen meanwhile.
      case PreviewFact.Ended f ->
          recalls.computeIfPresent(
              new Key(f.list(), f.lead()),
              (key, it) -> it.dueMicros() <= at ? it.notBefore(f.dueMicros()) : it);
      case CampaignFact.Connected f -> {
        Attempt attempt = books.attempt(f.leg());
        if (attempt != null) {
          talks.put(
              f.agent(),
              new Talk(f.agent(), f.call(), f.campaign(), attempt.list(), attempt.lead()));
        }
      }
      case ListFact.ListUndone f -> recalls.keySet().removeIf(key -> key.list().equals(f.list()));
      case ListFact.ListRetired f -> recalls.keySet().removeIf(key -> key.list().equals(f.list()));
      default -> {}
    }
  }

  void snapshot(Consumer<Record> out) {
    recalls.values().forEach(out);
    talks.values().forEach(out);
  }

  void restore(Record entity) {
    switch (entity) {
      case Recall it -> recalls.put(new Key(it.list(), it.lead()), it);
      case Talk it -> talks.put(it.agent(), it);
      default -> {}
    }
  }
}
