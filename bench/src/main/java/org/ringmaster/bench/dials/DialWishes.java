// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.dials;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.journey.ConsentScope;
import org.ringmaster.core.journey.JourneyInput;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignInput;
import org.ringmaster.dialer.campaign.RecallInput;
import org.ringmaster.dialer.list.ImportLedger;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.ListInput;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.dialer.list.Lists;
import org.ringmaster.dialer.list.LoadedList;
import org.ringmaster.simulation.asterisk.SimulatedLeg;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.world.SimulatedCentre;

/**
 * What managers and customers want while campaigns dial, as drawn: they refuse and allow calls,
 * bring lists and take them back, stop, pause and go on, agree calls, edit the configuration. Owned
 * by the simulation's thread.
 */
final class DialWishes {
  private static final Author MANAGER = new Author("manager");
  private static final List<ConsentScope> SCOPES =
      List.of(
          ConsentScope.ANY,
          ConsentScope.CAMPAIGN,
          ConsentScope.CAMPAIGN,
          ConsentScope.CALLBACK,
          ConsentScope.AGENT);
  private static final long SECOND = 1_000_000;

  /** A number that was refused, to be allowed again perhaps. */
  private record Refused(Personal number, ConsentScope scope) {}

  private final SimulatedCentre world;
  private final DialPlan plan;
  private final Draws draws;
  private final List<Refused> refused = new ArrayList<>();
  private final Map<LegId, CampaignFact.Dialled> called = new HashMap<>();
  private final DialPeople people;
  private long loads;

  DialWishes(SimulatedCentre world, DialPlan plan, DialPeople people) {
    this.world = world;
    this.plan = plan;
    this.people = people;
    draws = world.draws().stream("wishes");
  }

  private void asks(Input input) {
    var unused = world.inlet().ask(input); // What became of it shows in the facts.
  }

  /** The first lists come and all campaigns begin. */
  void opens() {
    for (CampaignId campaign : DialPlan.CAMPAIGNS) {
      loads(ListUse.DIAL, campaign, DialPlan.listsOf(campaign).getFirst());
      asks(new CampaignInput.Start(campaign, MANAGER));
    }
  }

  /** All campaigns go on that somebody has paused, and dialling is allowed. */
  void goesOn() {
    asks(new CampaignInput.KillSwitch(false, MANAGER));
    DialPlan.CAMPAIGNS.forEach(campaign -> asks(new CampaignInput.Start(campaign, MANAGER)));
  }

  /** Nobody more is dialled. */
  void ends() {
    DialPlan.CAMPAIGNS.forEach(campaign -> asks(new CampaignInput.Pause(campaign, MANAGER)));
  }

  /** Somebody wants something. */
  void comes() {
    switch (draws.below(30)) {
      case 0, 1, 2, 3, 4 -> refuses(Long.toString(plan.anyNumber()));
      case 5, 6, 7 -> whoRingsRefuses();
      case 8, 9 -> permits();
      case 10, 11 -> brings();
      case 12, 13 -> takesBack();
      case 14 -> stops();
      case 15, 16 -> pauses();
      case 17, 18, 19 -> edits();
      case 20, 21, 22, 23 -> people.whoWasRungRingsBack();
      default -> agrees();
    }
  }

  private void refuses(String digits) {
    Personal number = new Personal(draws.chance(0.5) ? "+" + digits : digits);
    ConsentScope scope = SCOPES.get(draws.below(SCOPES.size()));
    asks(new JourneyInput.Forbid(number, scope, MANAGER));
    refused.add(new Refused(number, scope));
  }

  /** A number is refused while it rings, or talks. */
  private void whoRingsRefuses() {
    List<SimulatedLeg> called = new ArrayList<>();
    for (SimulatedLeg leg : world.asterisk(DialPlan.EDGE).legs()) {
      if (leg.outgoing() && !digits(leg).isEmpty()) {
        called.add(leg);
      }
    }
    if (!called.isEmpty()) {
      refuses(digits(called.get(draws.below(called.size()))));
    }
  }

  /** The digits that were dialled; none of a telephone of an agent, which has a name. */
  private static String digits(SimulatedLeg leg) {
    String number = leg.endpoint().replace("+", "");
    return !number.isEmpty() && number.chars().allMatch(Character::isDigit) ? number : "";
  }

  private void permits() {
    if (!refused.isEmpty()) {
      Refused one = refused.remove(draws.below(refused.size()));
      asks(new JourneyInput.Permit(one.number(), one.scope(), MANAGER));
    }
  }

  private List<LoadedList> lists(ListUse use) {
    return world.centre().part(Lists.class).books().lists().stream()
        .filter(list -> list.use() == use)
        .toList();
  }

  private void brings() {
    if (draws.chance(0.4)) {
      CampaignId campaign = any(DialPlan.CAMPAIGNS);
      loads(ListUse.DIAL, campaign, any(DialPlan.listsOf(campaign)));
      asks(new CampaignInput.Start(campaign, MANAGER));
    } else {
      String list = any(DialPlan.protections());
      loads(ListUse.DO_NOT_CALL, DialPlan.protectedFrom(list), list);
    }
  }

  private void loads(ListUse use, @Nullable CampaignId campaign, String segment) {
    int leads = Objects.requireNonNull(plan.segments().get(segment)).size();
    asks(
        new ListInput.Load(
            use,
            campaign == null ? "" : campaign.value(),
            segment,
            segment + " " + ++loads,
            "leads.csv",
            leads,
            new ImportLedger(leads, leads, List.of(), leads, 0),
            false,
            MANAGER));
  }

  /** A do-not-call list goes, or a list that nobody was called from. */
  private void takesBack() {
    List<LoadedList> lists = lists(draws.chance(0.8) ? ListUse.DO_NOT_CALL : ListUse.DIAL);
    if (!lists.isEmpty()) {
      asks(new ListInput.Undo(any(lists).list(), MANAGER));
    }
  }

  private void stops() {
    asks(new CampaignInput.KillSwitch(true, MANAGER));
    later(world -> new CampaignInput.KillSwitch(false, MANAGER));
  }

  private void pauses() {
    CampaignId campaign = any(DialPlan.CAMPAIGNS);
    asks(new CampaignInput.Pause(campaign, MANAGER));
    later(world -> new CampaignInput.Start(campaign, MANAGER));
  }

  private void later(Function<SimulatedCentre, Input> wish) {
    world.agenda().after((2 + draws.below(60)) * SECOND, () -> asks(wish.apply(world)));
  }

  private void edits() {
    plan.changes();
    if (world.isAlive()) {
      world.reads(plan.plan());
    }
  }

  /** A lead shall be called at a time on its own clock, or shall not after all. */
  private void agrees() {
    List<LoadedList> lists = lists(ListUse.DIAL).stream().filter(list -> !list.retired()).toList();
    if (lists.isEmpty()) {
      return;
    }
    LoadedList list = any(lists);
    Leads leads = world.centre().part(Lists.class).books().leads(list.list());
    if (leads == null) {
      return;
    }
    int lead = draws.below(leads.size());
    CampaignId campaign = new CampaignId(list.campaign());
    if (draws.chance(0.1)) {
      asks(new RecallInput.Cancel(campaign, list.list(), lead, MANAGER));
      return;
    }
    boolean isMine = campaign.equals(DialPlan.VISITS) && draws.chance(0.6);
    AgentId agent = isMine ? any(plan.fieldAgents()) : null;
    asks(new RecallInput.Say(campaign, list.list(), lead, soon(leads, lead), agent, MANAGER));
  }

  /** Within the next forty minutes, by the clock where the lead is. */
  private String soon(Leads leads, int lead) {
    return Instant.EPOCH
        .plus(world.clockMicros() + (1 + draws.below(40)) * 60L * SECOND, ChronoUnit.MICROS)
        .atZone(leads.zones(lead).getFirst())
        .toLocalDateTime()
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }

  /** A turn was decided: an agent who talks with a lead may agree with them when to call again. */
  void decided(Turn turn) {
    for (RecordedFact fact : turn.facts) {
      switch (fact.fact()) {
        case CampaignFact.Dialled f -> called.put(f.leg(), f);
        case CampaignFact.AttemptEnded f -> called.remove(f.leg());
        case CampaignFact.Connected f -> {
          CampaignFact.Dialled lead = called.get(f.leg());
          double share = f.campaign().equals(DialPlan.VISITS) ? 0.3 : 0.03;
          if (lead != null && draws.chance(share)) {
            world
                .agenda()
                .after(draws.below(20) * SECOND, () -> promises(f.agent(), f.call(), lead));
          }
        }
        default -> {}
      }
    }
  }

  private void promises(AgentId agent, CallId call, CampaignFact.Dialled lead) {
    Leads leads = world.centre().part(Lists.class).books().leads(lead.list());
    if (world.isAlive() && leads != null) {
      String at = soon(leads, lead.lead());
      asks(new RecallInput.Agree(agent, call, at, draws.chance(0.7)));
    }
  }

  /** Somebody at the other end puts the receiver down. */
  void somebodyHangsUp() {
    List<SimulatedLeg> legs = List.copyOf(world.asterisk(DialPlan.EDGE).legs());
    if (!legs.isEmpty()) {
      SimulatedLeg leg = any(legs);
      if (!digits(leg).isEmpty() || !leg.outgoing()) {
        world.asterisk(DialPlan.EDGE).hangUp(leg.id(), HangupCause.NORMAL);
      }
    }
  }

  private <T> T any(List<T> all) {
    return all.get(draws.below(all.size()));
  }
}
