// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.board.AgentRow;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.TrunkRow;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.dialer.board.ListBoard;
import org.ringmaster.dialer.campaign.CampaignBounds;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CampaignStanding;
import org.ringmaster.dialer.campaign.ScreeningPlan;
import org.ringmaster.dialer.campaign.SpendFigures;
import org.ringmaster.simulation.forecast.ForecastLeads;
import org.ringmaster.simulation.forecast.ForecastPlan;
import org.ringmaster.simulation.forecast.Staffing;

/** What a forecast begins with, read from the boards. Used by the thread that makes forecasts. */
final class ForecastInputs {
  private static final long SECOND_MICROS = 1_000_000;

  private final Boards boards;
  private final ListBoard lists;
  private final CampaignStanding standing;
  private final List<String> notes = new ArrayList<>();

  ForecastInputs(Boards boards, ListBoard lists, CampaignStanding standing) {
    this.boards = boards;
    this.lists = lists;
    this.standing = standing;
  }

  /** What was left out or taken for granted, each as a sentence. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * All of it.
   *
   * @param given with how many agents; null for those who are signed in now
   * @throws IllegalArgumentException with a sentence where there is nothing to foresee
   */
  ForecastPlan plan(@Nullable Staffing given, long nowMicros) {
    CampaignPlan plan = standing.plan();
    CampaignBounds bounds = plan.limits();
    long startMicros = Math.max(nowMicros, bounds.fromMicros());
    if (bounds.untilMicros() > 0 && bounds.untilMicros() <= startMicros) {
      throw new IllegalArgumentException(
          "Campaign " + plan.id() + " dials nobody any more: its time is over (until).");
    }
    if (plan.mode() == CampaignMode.AGENTLESS) {
      throw new IllegalArgumentException(
          "Campaign "
              + plan.id()
              + " needs no agents: its lines and its trunk say how long it takes.");
    }
    Staffing staffing = given == null ? signedIn() : given;
    if (staffing.most() == 0) {
      throw new IllegalArgumentException(
          "Nobody is signed in for queue " + plan.queue() + ": say how many agents there will be.");
    }
    List<String> leftOut = new ArrayList<>();
    ForecastLeads leads = LeadsLeft.of(standing, lists, leftOut);
    if (leads.size() == 0) {
      throw new IllegalArgumentException(
          leftOut.isEmpty()
              ? "No lead is left to dial: load a list first."
              : "No lead is left to dial. " + String.join(" ", leftOut));
    }
    notes.addAll(leftOut);
    ScreeningPlan screening = plan.screening();
    if (screening != null && !screening.givesUpForAgents()) {
      notes.add(
          "Machines are left to the agents who have them (screening, machinebridged), so that each"
              + " is foreseen as a whole answer.");
    }
    notes.addAll(bounds(plan));
    TrunkRow trunk = trunk();
    return new ForecastPlan(
        plan,
        leads,
        staffing,
        isRung(given != null),
        trunk == null ? 0 : trunk.trunk().maxLegs(),
        trunk == null ? 0 : trunk.trunk().legsPerSecond(),
        startMicros,
        ForecastPlan.DAYS,
        standing.learnt(),
        standing.ledger(),
        standing.screening(),
        spent(nowMicros, startMicros));
  }

  /** What was spent before; of another day than that on which it begins only the whole counts. */
  private SpendFigures spent(long nowMicros, long startMicros) {
    ZoneId zone = ZoneId.of(standing.plan().hours().zone());
    SpendFigures now = standing.spent();
    return day(nowMicros, zone).equals(day(startMicros, zone))
        ? now
        : new SpendFigures(0, now.total(), 0);
  }

  private static LocalDate day(long micros, ZoneId zone) {
    return LocalDate.ofInstant(Instant.ofEpochSecond(micros / SECOND_MICROS), zone);
  }

  /** From when and until when, and what of its caps nobody can foresee. */
  private static List<String> bounds(CampaignPlan plan) {
    CampaignBounds bounds = plan.limits();
    List<String> all = new ArrayList<>(bounds.times(plan.hours().zone()));
    if (!bounds.caps().isEmpty()) {
      all.add("Caps are foreseen with what was dialled within the last 24 hours, not before.");
    }
    if (bounds.talkRestMillis() > 0) {
      all.add("Who rests after a talk (talkrest) is not foreseen: with it it takes longer.");
    }
    return all;
  }

  private @Nullable TrunkRow trunk() {
    for (TrunkRow row : boards.trunks().trunks()) {
      if (row.trunk().id().equals(standing.plan().trunk())) {
        return row;
      }
    }
    notes.add("Trunk " + standing.plan().trunk() + " is not known: it is taken to have no limit.");
    return null;
  }

  private List<AgentRow> agents() {
    return boards.agents().rows().stream()
        .filter(row -> row.queues().contains(standing.plan().queue()))
        .toList();
  }

  private Staffing signedIn() {
    int signedIn = 0;
    for (AgentRow row : agents()) {
      signedIn += row.agent().state() == AgentState.SIGNED_OUT ? 0 : 1;
    }
    notes.add(
        "The "
            + signedIn
            + " who are signed in now are taken to be there whenever anybody may be called.");
    return Staffing.always(signedIn);
  }

  /**
   * Whether a telephone must be rung first of anybody who will be at work: of those who are signed
   * in now, or of all who serve the queue where it was said how many there will be.
   */
  private boolean isRung(boolean all) {
    Map<TelephoneId, TelephoneUse> uses = new HashMap<>();
    boards
        .telephones()
        .rows()
        .forEach(row -> uses.put(row.telephone().id(), row.telephone().use()));
    int rung = 0;
    int agents = 0;
    for (AgentRow row : agents()) {
      TelephoneId telephone = telephone(row);
      if (all || row.agent().state() != AgentState.SIGNED_OUT) {
        agents++;
        rung += telephone != null && uses.get(telephone) != TelephoneUse.OPEN ? 1 : 0;
      }
    }
    if (rung > 0) {
      notes.add(
          "The telephones of "
              + rung
              + " of "
              + agents
              + " agents must be rung first, so it dials progressively at most.");
    }
    return rung > 0;
  }

  /** The telephone that an agent is at, or will be. */
  private static @Nullable TelephoneId telephone(AgentRow row) {
    TelephoneId now = row.agent().telephone();
    return now == null ? row.profile().telephone() : now;
  }
}
