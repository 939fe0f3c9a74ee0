// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.journey.IdentityId;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.Lists;

/**
 * A lead in all, a number within 24 hours, and a number after an abandoned call; where a campaign
 * protects persons, all numbers of a lead within 24 hours, and all of them after one was a machine.
 */
final class NobodyIsDialledTooOften implements Invariant {
  private static final long DAY_MICROS = 86_400_000_000L;
  private static final long MICROS_PER_MILLI = 1_000;

  private final Map<CampaignId, CampaignPlan> plans = new HashMap<>();
  private final Map<String, Integer> leads = new HashMap<>();
  private final Map<IdentityId, List<Long>> numbers = new HashMap<>();
  private final Map<IdentityId, Long> locks = new HashMap<>();
  private final Map<LegId, IdentityId> live = new HashMap<>();
  private final Map<IdentityId, Machine> machines = new HashMap<>();
  private final List<Dial> dials = new ArrayList<>();

  /** Somebody was dialled under a plan. */
  private record Dial(CampaignFact.Dialled fact, CampaignPlan plan, long at, long sequence) {}

  /** A number was a machine. */
  private record Machine(long at, long sequence) {}

  @Override
  public String sentence() {
    return "No lead and no number is dialled more often than it may be.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    return switch (fact.fact()) {
      case CampaignFact.CampaignConfigured f -> {
        plans.put(f.plan().id(), f.plan());
        yield null;
      }
      case CampaignFact.Abandoned f -> {
        locks.put(f.identity(), f.lockedUntilMicros());
        yield null;
      }
      case CampaignFact.Dialled f ->
          dialled(f, fact.envelope().recordedAtMicros(), fact.sequence());
      case CampaignFact.AttemptEnded f -> {
        ended(f, fact);
        yield null;
      }
      default -> null;
    };
  }

  private void ended(CampaignFact.AttemptEnded f, RecordedFact fact) {
    IdentityId number = live.remove(f.leg());
    boolean isMachine =
        f.outcome() == AttemptOutcome.MACHINE || f.outcome() == AttemptOutcome.MESSAGE_LEFT;
    if (number != null && isMachine && plans.values().stream().anyMatch(p -> rests(p) > 0)) {
      machines.put(number, new Machine(fact.envelope().recordedAtMicros(), fact.sequence()));
    }
  }

  private static long rests(CampaignPlan plan) {
    return plan.machineRestMillis() * MICROS_PER_MILLI;
  }

  @Override
  public @Nullable String brokenAfterTurn(Centre centre) {
    String broken = null;
    for (Dial one : dials) {
      Leads leads = centre.part(Lists.class).books().leads(one.fact().list());
      if (leads != null) {
        String how = broken(one, person(leads, one.fact().lead()));
        broken = how == null ? broken : how;
      }
    }
    dials.clear();
    return broken;
  }

  private static Set<IdentityId> person(Leads leads, int lead) {
    Set<IdentityId> person = new LinkedHashSet<>();
    for (int slot = 0; slot < leads.numbers(lead); slot++) {
      IdentityId one = Journeys.telephone(new Personal("+" + leads.number(lead, slot)));
      if (one != null) {
        person.add(one);
      }
    }
    return person;
  }

  private @Nullable String broken(Dial one, Set<IdentityId> person) {
    String lead = "lead " + one.fact().lead() + " of " + one.fact().list();
    int times = 0;
    for (IdentityId number : person) {
      for (long then : numbers.getOrDefault(number, List.of())) {
        times += then > one.at() - DAY_MICROS && then <= one.at() ? 1 : 0;
      }
      Machine machine = machines.get(number);
      if (machine != null
          && machine.sequence() < one.sequence() // Not found since, within the same turn.
          && machine.at() + rests(one.plan()) > one.at()) {
        return lead + " has a number that was a machine not long ago";
      }
    }
    int most = one.plan().numberTries();
    return one.plan().triesByPerson() && most > 0 && times > most
        ? "whoever has the numbers of " + lead + " is dialled " + times + " times in 24 hours"
        : null;
  }

  private @Nullable String dialled(CampaignFact.Dialled f, long at, long sequence) {
    CampaignPlan plan = plans.get(f.campaign());
    int tries = leads.merge(f.list() + " " + f.lead(), 1, Integer::sum);
    List<Long> times = numbers.computeIfAbsent(f.identity(), id -> new ArrayList<>());
    times.removeIf(then -> then <= at - DAY_MICROS);
    times.add(at);
    live.put(f.leg(), f.identity());
    if (plan != null && (plan.triesByPerson() || rests(plan) > 0)) {
      dials.add(new Dial(f, plan, at, sequence));
    }
    String lead = "lead " + f.lead() + " of " + f.list();
    if (plan == null) {
      return lead + " is of no campaign";
    } else if (tries > plan.tries()) {
      return lead + " is dialled " + tries + " times";
    } else if (plan.numberTries() > 0 && times.size() > plan.numberTries()) {
      return "the number of " + lead + " is dialled " + times.size() + " times in 24 hours";
    }
    return locks.getOrDefault(f.identity(), 0L) > at ? lead + " is locked" : null;
  }
}
