// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.list;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;

/**
 * The lists that are loaded, with their leads: the fold behind {@link Lists}. What it remembers of
 * a list is one record; the leads come from the segment that the record names.
 */
public final class ListBooks implements Fold {

  private final LeadSegments segments;
  private final Map<ListId, LoadedList> lists = new LinkedHashMap<>();
  private final Map<ListId, Leads> leads = new LinkedHashMap<>();

  /** Books whose leads come from there. */
  public ListBooks(LeadSegments segments) {
    this.segments = segments;
  }

  /** All lists, oldest first. */
  public Collection<LoadedList> lists() {
    return lists.values();
  }

  /** A list, or null where none of that name is loaded. */
  public @Nullable LoadedList list(ListId list) {
    return lists.get(list);
  }

  /** The lists that a campaign dials, oldest first. */
  public List<LoadedList> dialledBy(String campaign) {
    List<LoadedList> found = new ArrayList<>();
    for (LoadedList list : lists.values()) {
      if (list.use() == ListUse.DIAL && list.campaign().equals(campaign)) {
        found.add(list);
      }
    }
    return found;
  }

  /** The leads of a loaded list, or null where none of that name is loaded or it is missing. */
  public @Nullable Leads leads(ListId list) {
    return leads.get(list);
  }

  /** Whether anybody was called from a list. */
  public boolean isCalled(ListId list) {
    LoadedList found = lists.get(list);
    return found != null && found.called();
  }

  /**
   * Whether a campaign must not call a number, because a do-not-call list has it or cannot be read.
   * Asked at each dial: the list may have come after the lead.
   *
   * @param number E.164 without the plus
   */
  public boolean mustNotCall(String campaign, long number) {
    for (LoadedList list : lists.values()) {
      if (protects(list, campaign) && (isMissing(list.list()) || has(list, number))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a list of the campaign that is dialled has a number. */
  public boolean dials(String campaign, long number) {
    for (LoadedList list : lists.values()) {
      boolean holds = list.use() == ListUse.DIAL && list.campaign().equals(campaign);
      if (holds && has(list, number)) {
        return true;
      }
    }
    return false;
  }

  /** The list that was made of the same file, or null. */
  @Nullable LoadedList ofSource(ListUse use, String campaign, String sourceSha256) {
    for (LoadedList list : lists.values()) {
      if (list.use() == use
          && list.campaign().equals(campaign)
          && list.sourceSha256().equals(sourceSha256)) {
        return list;
      }
    }
    return null;
  }

  boolean isOpen(String sha256) {
    return segments.isOpen(sha256);
  }

  /** Whether a list is loaded whose leads could not be read: nobody is dialled from it. */
  public boolean isMissing(ListId list) {
    LoadedList found = lists.get(list);
    return found != null && !found.retired() && !leads.containsKey(list);
  }

  /**
   * Whether a do-not-call list that holds for a campaign could not be read: whom it must not call
   * is not known, so it calls nobody.
   */
  public boolean isProtectionMissing(String campaign) {
    for (LoadedList list : lists.values()) {
      if (protects(list, campaign) && isMissing(list.list())) {
        return true;
      }
    }
    return false;
  }

  private static boolean protects(LoadedList list, String campaign) {
    return list.use() == ListUse.DO_NOT_CALL
        && (list.campaign().isEmpty() || list.campaign().equals(campaign));
  }

  private boolean has(LoadedList list, long number) {
    Leads found = leads.get(list.list());
    return found != null && found.has(number);
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case ListFact.ListLoaded f ->
          keep(
              new LoadedList(
                  f.list(),
                  f.use(),
                  f.campaign(),
                  f.sha256(),
                  f.sourceSha256(),
                  f.fileName(),
                  f.leads(),
                  f.ledger(),
                  f.author(),
                  envelope.recordedAtMicros(),
                  false));
      case ListFact.FirstCalled f ->
          lists.computeIfPresent(f.list(), (id, list) -> list.firstCalled());
      case ListFact.ListUndone f -> {
        lists.remove(f.list());
        leads.remove(f.list());
      }
      case ListFact.ListRetired f -> {
        lists.computeIfPresent(f.list(), (id, list) -> list.retire());
        leads.remove(f.list());
      }
      default -> {}
    }
  }

  private void keep(LoadedList list) {
    lists.put(list.list(), list);
    if (list.retired()) {
      return;
    }
    try {
      leads.put(list.list(), segments.of(list.sha256()));
    } catch (IllegalStateException e) {
      // The centre starts without it; whoever shows lists tells that it is missing. One that is
      // undone further on in the journal is missed by nobody.
      leads.remove(list.list());
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    lists.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    if (entity instanceof LoadedList list) {
      keep(list);
    }
  }
}
