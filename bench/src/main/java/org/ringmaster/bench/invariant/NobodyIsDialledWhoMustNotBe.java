// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.journey.JourneyFact;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListFact;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.dialer.list.Lists;

/**
 * Neither who has said so, however the number was written, nor who is on a do-not-call list. What a
 * number is refused for is given again for that alone; a list protects every number of its leads.
 */
final class NobodyIsDialledWhoMustNotBe implements Invariant {

  /** A number must not be called for a purpose. */
  private record Refusal(IdentityId identity, ConsentScope scope) {}

  /** Somebody was dialled, and who must not be at that moment. */
  private record Dial(
      CampaignFact.Dialled fact, String prefix, Set<Refusal> refused, Map<ListId, String> lists) {}

  private final Set<Refusal> refused = new HashSet<>();
  private final Map<ListId, String> lists = new HashMap<>();
  private final Map<ListId, Set<Long>> numbers = new HashMap<>();
  private final Map<CampaignId, String> prefixes = new HashMap<>();
  private final List<Dial> dials = new ArrayList<>();
  // Copies as of now; made anew when something changes, because dials come far more often.
  private @Nullable Set<Refusal> refusedNow;
  private @Nullable Map<ListId, String> listsNow;

  @Override
  public String sentence() {
    return "Nobody is dialled who must not be called.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    switch (fact.fact()) {
      case JourneyFact.ConsentRefused f -> {
        refused.add(new Refusal(f.identity(), f.scope()));
        refusedNow = null;
      }
      case JourneyFact.ConsentGiven f -> {
        refused.remove(new Refusal(f.identity(), f.scope()));
        refusedNow = null;
      }
      case ListFact.ListLoaded f when f.use() == ListUse.DO_NOT_CALL -> {
        lists.put(f.list(), f.campaign());
        listsNow = null;
      }
      case ListFact.ListUndone f -> goes(f.list());
      case ListFact.ListRetired f -> goes(f.list());
      case CampaignFact.CampaignConfigured f -> prefixes.put(f.plan().id(), f.plan().prefix());
      case CampaignFact.Dialled f -> dials.add(dial(f));
      default -> {}
    }
    return null;
  }

  private void goes(ListId list) {
    lists.remove(list);
    listsNow = null;
  }

  private Dial dial(CampaignFact.Dialled fact) {
    Set<Refusal> people = refusedNow;
    if (people == null) {
      people = Set.copyOf(refused);
      refusedNow = people;
    }
    Map<ListId, String> files = listsNow;
    if (files == null) {
      files = Map.copyOf(lists);
      listsNow = files;
    }
    return new Dial(fact, prefixes.getOrDefault(fact.campaign(), "+"), people, files);
  }

  @Override
  public @Nullable String brokenAfterTurn(Centre centre) {
    String broken = null;
    for (Dial one : dials) {
      CampaignFact.Dialled f = one.fact();
      Leads leads = centre.part(Lists.class).books().leads(f.list());
      if (leads != null && mustNotBe(one, leads.number(f.lead(), f.slot()), centre)) {
        broken = "lead " + f.lead() + " of " + f.list();
      }
    }
    dials.clear();
    return broken;
  }

  private boolean mustNotBe(Dial one, long number, Centre centre) {
    boolean refuses = false;
    List<String> spellings =
        new ArrayList<>(List.of("+" + number, Long.toString(number), one.prefix() + number));
    Set<Long> entries = new HashSet<>(Set.of(number));
    for (long begin = number; begin > 0; begin /= 10) {
      spellings.add("+" + begin + "*");
      entries.add(-begin); // As a list keeps what numbers begin with.
    }
    for (String written : spellings) {
      IdentityId identity = Journeys.telephone(new Personal(written));
      refuses |=
          identity != null
              && (one.refused().contains(new Refusal(identity, ConsentScope.ANY))
                  || one.refused().contains(new Refusal(identity, ConsentScope.CAMPAIGN)));
    }
    for (Map.Entry<ListId, String> list : one.lists().entrySet()) {
      boolean holds =
          list.getValue().isEmpty() || list.getValue().equals(one.fact().campaign().value());
      refuses |= holds && !Collections.disjoint(numbersOf(list.getKey(), centre), entries);
    }
    return refuses;
  }

  /** All numbers of a list, read slot by slot; what a list has never changes. */
  private Set<Long> numbersOf(ListId list, Centre centre) {
    Set<Long> known = numbers.get(list);
    Leads leads = centre.part(Lists.class).books().leads(list);
    if (known == null && leads != null) {
      known = new HashSet<>();
      for (int lead = 0; lead < leads.size(); lead++) {
        for (int slot = 0; slot < leads.numbers(lead); slot++) {
          known.add(leads.number(lead, slot));
        }
      }
      numbers.put(list, known);
    }
    return known == null ? Set.of() : known;
  }
}
