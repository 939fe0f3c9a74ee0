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
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.PreviewFact;
import org.ringmaster.dialer.campaign.RecallFact;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.dialer.list.Lists;

/**
 * A lead in all, a number within 24 hours, and a number after an abandoned call; where a campaign
 * protects persons, all numbers of a lead within 24 hours, and all of them after one was a machine.
 * A call that was agreed is one of the lead's tries, and comes however many there were before: it
 * is bounded by what bounds its numbers alone.
 */
final class NobodyIsDialledTooOften implements Invariant {
  private static final long DAY_MICROS = 86_400_000_000L;
  private static final long MICROS_PER_MILLI = 1_000;

  private final Map<CampaignId, CampaignPlan> plans = new HashMap<>();
  private final Map<String, Integer> leads = new HashMap<>();
  private final Map<IdentityId, List<Time>> numbers = new HashMap<>();
  private final Map<IdentityId, Lock> locks = new HashMap<>();
  private final Map<String, Long> agreed = new HashMap<>();
  private final Map<LegId, IdentityId> live = new HashMap<>();
  private final Map<IdentityId, Machine> machines = new HashMap<>();
  private final List<Dial> dials = new ArrayList<>();

  /** Somebody was dialled under a plan. */
  private record Dial(CampaignFact.Dialled fact, CampaignPlan plan, long at, long sequence) {}

  /** A number was dialled. */
  private record Time(long at, long sequence) {}

  /** A number is left in peace since a campaign's call to it was abandoned. */
  private record Lock(CampaignId campaign, long since, long until) {

    /** The campaign locks for another time: so long does what is not over. */
    Lock under(CampaignPlan plan, long at) {
      return campaign.equals(plan.id()) && until > at
          ? new Lock(campaign, since, since + plan.lockMillis() * MICROS_PER_MILLI)
          : this;
    }
  }

  /** A number was a machine. */
  private record Machine(long at, long sequence) {}

  @Override
  public String sentence() {
    return "No lead and no number is dialled more often than it may be.";
  }

  @Override
  public @Nullable String brokenBy(RecordedFact fact) {
    long at = fact.envelope().recordedAtMicros();
    return switch (fact.fact()) {
      case CampaignFact.CampaignConfigured f -> {
        plans.put(f.plan().id(), f.plan());
        locks.replaceAll((number, lock) -> lock.under(f.plan(), at));
        yield null;
      }
      case CampaignFact.Abandoned f -> {
        CampaignPlan plan = plans.get(f.campaign()); // What the fact says is what is watched.
        long until =
            plan == null ? f.lockedUntilMicros() : at + plan.lockMillis() * MICROS_PER_MILLI;
        locks.put(f.identity(), new Lock(f.campaign(), at, until));
        yield null;
      }
      case RecallFact f -> {
        agrees(f);
        yield null;
      }
      case PreviewFact.Ended f -> {
        // It was shown because it was due, and not called: it is due again when it has rested.
        agreed.computeIfPresent(
            name(f.list(), f.lead()),
            (lead, due) -> due <= at ? Long.valueOf(Math.max(due, f.dueMicros())) : due);
        yield null;
      }
      case CampaignFact.Dialled f -> dialled(f, at, fact.sequence());
      case CampaignFact.AttemptEnded f -> {
        ended(f, fact);
        yield null;
      }
      default -> null;
    };
  }

  private static String name(ListId list, int lead) {
    return list + " " + lead;
  }

  /** From when on a lead may be called for what was agreed; that it is being called ends that. */
  private void agrees(RecallFact fact) {
    switch (fact) {
      case RecallFact.Agreed f ->
          agreed.put(name(f.list(), f.recall().lead()), f.recall().dueMicros());
      case RecallFact.Ended f -> agreed.remove(name(f.list(), f.lead()));
      case RecallFact.Opened f -> {}
      case RecallFact.PutOff f -> {}
    }
  }

  /** A campaign without agents keeps no appointment. */
  private boolean isAgreed(CampaignFact.Dialled f, CampaignPlan plan, long at) {
    return plan.mode() != CampaignMode.AGENTLESS
        && agreed.getOrDefault(name(f.list(), f.lead()), Long.MAX_VALUE) <= at;
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
      for (Time then : numbers.getOrDefault(number, List.of())) {
        // What was dialled later within the same turn is for that dial to answer for.
        boolean isBefore = then.sequence() <= one.sequence();
        times += isBefore && then.at() > one.at() - DAY_MICROS ? 1 : 0;
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
    int tries = leads.merge(name(f.list(), f.lead()), 1, Integer::sum);
    List<Time> times = numbers.computeIfAbsent(f.identity(), id -> new ArrayList<>());
    times.removeIf(then -> then.at() <= at - DAY_MICROS);
    times.add(new Time(at, sequence));
    live.put(f.leg(), f.identity());
    if (plan != null && (plan.triesByPerson() || rests(plan) > 0)) {
      dials.add(new Dial(f, plan, at, sequence));
    }
    String lead = "lead " + f.lead() + " of " + f.list();
    if (plan == null) {
      return lead + " is of no campaign";
    } else if (tries > plan.tries() && !isAgreed(f, plan, at)) {
      return lead + " is dialled " + tries + " times";
    } else if (plan.numberTries() > 0 && times.size() > plan.numberTries()) {
      return "the number of " + lead + " is dialled " + times.size() + " times in 24 hours";
    }
    Lock lock = locks.get(f.identity());
    boolean isLocked =
        lock != null
            && Math.max(lock.until(), lock.since() + plan.lockMillis() * MICROS_PER_MILLI) > at;
    return isLocked ? lead + " is locked" : null;
  }
}
