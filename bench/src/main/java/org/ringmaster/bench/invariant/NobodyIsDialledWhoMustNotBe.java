// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.ArrayList;
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
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListFact;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.dialer.list.Lists;

/** Neither who has said so, however the number was written, nor who is on a do-not-call list. */
final class NobodyIsDialledWhoMustNotBe implements Invariant {
  private final Set<IdentityId> forbidden = new HashSet<>();
  private final Map<ListId, String> lists = new HashMap<>();
  private final List<CampaignFact.Dialled> dialled = new ArrayList<>();

  @Override
  public String sentence() {
    return "Nobody is dialled who must not be called.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    switch (fact.fact()) {
      case JourneyFact.ConsentRefused f when f.scope() != ConsentScope.CALLBACK ->
          forbidden.add(f.identity());
      case JourneyFact.ConsentGiven f -> forbidden.remove(f.identity());
      case ListFact.ListLoaded f when f.use() == ListUse.DO_NOT_CALL ->
          lists.put(f.list(), f.campaign());
      case ListFact.ListUndone f -> lists.remove(f.list());
      case CampaignFact.Dialled f -> dialled.add(f);
      default -> {}
    }
    return null;
  }

  @Override
  public @Nullable String brokenAfterTurn(Centre centre) {
    String broken = null;
    for (CampaignFact.Dialled one : dialled) {
      Leads leads = centre.part(Lists.class).books().leads(one.list());
      if (leads != null && mustNotBe(one, leads.number(one.lead(), one.slot()), centre)) {
        broken = "lead " + one.lead() + " of " + one.list();
      }
    }
    dialled.clear();
    return broken;
  }

  private boolean mustNotBe(CampaignFact.Dialled one, long number, Centre centre) {
    boolean refused =
        forbidden.contains(Journeys.telephone(new Personal("+" + number)))
            || forbidden.contains(Journeys.telephone(new Personal(Long.toString(number))));
    for (Map.Entry<ListId, String> list : lists.entrySet()) {
      boolean holds = list.getValue().isEmpty() || list.getValue().equals(one.campaign().value());
      Leads listed = centre.part(Lists.class).books().leads(list.getKey());
      for (int i = 0; holds && listed != null && i < listed.size(); i++) {
        refused |= listed.number(i, 0) == number;
      }
    }
    return refused;
  }
}
