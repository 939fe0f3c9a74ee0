// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.JourneyInput;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.DialLimit;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.simulation.draw.Distribution;
import org.ringmaster.simulation.draw.Profile;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CalleeHabits;
import org.ringmaster.simulation.people.CalleeKind;

/** What tests of campaigns have in common: the world, and what its facts say. */
final class CampaignDay {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());

  private CampaignDay() {}

  static CampaignPlan once(CampaignMode mode) {
    return DiallingCentre.campaign(mode).recycling(1, List.of());
  }

  private static CalleeHabits callees() {
    Map<CalleeKind, Profile> weights = new LinkedHashMap<>();
    weights.put(CalleeKind.PERSON, Profile.flat(25));
    weights.put(CalleeKind.NOBODY, Profile.flat(55));
    weights.put(CalleeKind.BUSY, Profile.flat(18));
    weights.put(CalleeKind.DEAD, Profile.flat(2));
    return new CalleeHabits(
        weights,
        new Distribution.Uniform(0.3, 2.5),
        new Distribution.Gamma(2, 4.75),
        new Distribution.LogNormal(95, 0.7),
        new Distribution.Uniform(4, 9),
        new Distribution.Uniform(20, 40));
  }

  static DiallingCentre world(
      long seed, CampaignPlan plan, int agents, int leads, TelephoneUse use) {
    return world(seed, plan, agents, DiallingCentre.leads(leads), use);
  }

  static DiallingCentre world(
      long seed, CampaignPlan plan, int agents, Leads leads, TelephoneUse use) {
    return new DiallingCentre(
        SimulationSettings.of(seed, CODEC),
        agents,
        use,
        plan,
        leads,
        callees(),
        AgentHabits.DILIGENT,
        decider -> decider);
  }

  static List<Integer> dialled(DiallingCentre world) {
    List<Integer> leads = new ArrayList<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.Dialled f) {
        leads.add(f.lead());
      }
    }
    return leads;
  }

  static Set<DialLimit> limits(DiallingCentre world) {
    Set<DialLimit> limits = new LinkedHashSet<>();
    for (RecordedFact fact : world.centre().facts()) {
      if (fact.fact() instanceof CampaignFact.LimitChanged f) {
        limits.add(f.limit());
      }
    }
    return limits;
  }

  static long abandoned(DiallingCentre world) {
    return count(world, CampaignFact.Abandoned.class);
  }

  static long count(DiallingCentre world, Class<? extends Fact> kind) {
    return world.centre().facts().stream().filter(fact -> kind.isInstance(fact.fact())).count();
  }

  /** A number must not be called any more. */
  static void forbids(DiallingCentre world, long number) {
    world.tells(
        new JourneyInput.Forbid(
            new Personal("+" + number), ConsentScope.CAMPAIGN, new Author("tester")));
    world.centre().run(1_000);
  }
}
