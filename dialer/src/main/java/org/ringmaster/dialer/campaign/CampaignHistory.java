// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.ScreeningVerdict;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;

/**
 * What the calls of each campaign have come to. Attempts that are not over when the platform stops
 * are not counted. Owned by the thread that folds.
 */
public final class CampaignHistory implements Fold {

  /**
   * An attempt that is not over.
   *
   * @param talkMicros since when an agent has it; 0 before
   * @param agent who has it, or null
   * @param givenUpMicros since when it is given up as a machine; 0 where it is not
   * @param verdictMicros how long after the answer that was known
   */
  private record Open(
      CampaignId campaign,
      long dialledMicros,
      int before,
      long talkMicros,
      @Nullable AgentId agent,
      long givenUpMicros,
      long verdictMicros) {

    Open talks(AgentId with, long atMicros) {
      return new Open(
          campaign, dialledMicros, before, atMicros, with, givenUpMicros, verdictMicros);
    }

    Open isMachine(long afterMicros, long atMicros) {
      return new Open(campaign, dialledMicros, before, talkMicros, agent, atMicros, afterMicros);
    }
  }

  /** Whose call an agent has, and since when they wrap up; 0 before. */
  private record Work(CampaignId campaign, long wrapUpMicros) {}

  private static final long SECOND_MICROS = 1_000_000;
  private static final long MICROS_PER_MILLI = 1_000;

  private final Map<CampaignId, ZoneId> zones = new LinkedHashMap<>();
  private final Map<CampaignId, Experience> experiences = new LinkedHashMap<>();
  private final Map<LegId, Open> open = new LinkedHashMap<>();
  private final Map<AgentId, Work> works = new LinkedHashMap<>();

  /** Nothing has happened yet. */
  public CampaignHistory() {}

  /** What the calls of a campaign have come to; a copy, for any thread. */
  public Experience of(CampaignId campaign) {
    Experience known = experiences.get(campaign);
    return known == null ? new Experience() : known.copy();
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    long at = envelope.recordedAtMicros();
    switch (fact) {
      case CampaignFact ours -> applyOurs(ours, at);
      case AgentFact.WrapUpStarted f ->
          works.computeIfPresent(f.agent(), (id, work) -> new Work(work.campaign(), at));
      case AgentFact.Freed f -> rests(f.agent(), at);
      case AgentFact.Paused f -> rests(f.agent(), at);
      case AgentFact.SignedOut f -> rests(f.agent(), at);
      case AgentFact.Removed f -> works.remove(f.agent());
      default -> {}
    }
  }

  private void applyOurs(CampaignFact fact, long at) {
    switch (fact) {
      case CampaignFact.CampaignConfigured f -> configured(f.plan());
      case CampaignFact.Dialled f -> {
        PacingReading seen = f.reading();
        open.put(f.leg(), new Open(f.campaign(), at, f.attempt() - 1, 0, null, 0, 0));
        known(f.campaign())
            .dialled(seen.signedIn(), seen.idle() + seen.talking() + seen.wrapping());
      }
      case CampaignFact.Answered f -> {
        Open attempt = open.get(f.leg());
        if (attempt != null && f.isSeen()) { // Else an outage would be learnt as ringing.
          known(f.campaign()).rang(at - attempt.dialledMicros());
        }
      }
      case CampaignFact.RingingGivenUp f -> {
        Open attempt = open.get(f.leg());
        if (attempt != null) {
          known(f.campaign()).gaveUp(at - attempt.dialledMicros());
        }
      }
      case CampaignFact.Connected f -> {
        open.computeIfPresent(f.leg(), (leg, attempt) -> attempt.talks(f.agent(), at));
        works.put(f.agent(), new Work(f.campaign(), 0));
      }
      case CampaignFact.AttemptScreened f -> screened(f, open.get(f.leg()), at);
      case CampaignFact.AttemptEnded f -> ended(f, open.remove(f.leg()), at);
      default -> {}
    }
  }

  private void configured(CampaignPlan plan) {
    zones.put(plan.id(), ZoneId.of(plan.hours().zone()));
  }

  private Experience known(CampaignId campaign) {
    return experiences.computeIfAbsent(campaign, id -> new Experience());
  }

  /** Whoever is released from a machine has neither talked nor anything to wrap up. */
  private void screened(CampaignFact.AttemptScreened f, @Nullable Open attempt, long at) {
    if (attempt == null) {
      return;
    }
    known(f.campaign()).screened(f.verdict() == ScreeningVerdict.MACHINE);
    if (f.treatment() == MachineTreatment.HUNG_UP || f.treatment() == MachineTreatment.MESSAGE) {
      open.put(f.leg(), attempt.isMachine(f.millis() * MICROS_PER_MILLI, at));
      if (attempt.agent() != null) {
        works.remove(attempt.agent());
      }
    }
  }

  private void ended(CampaignFact.AttemptEnded f, @Nullable Open attempt, long at) {
    ZoneId zone = zones.get(f.campaign());
    if (attempt == null || zone == null) {
      return;
    }
    ZonedDateTime there =
        Instant.ofEpochSecond(StrictMath.floorDiv(attempt.dialledMicros(), SECOND_MICROS))
            .atZone(zone);
    Experience experience = known(f.campaign());
    experience.ended(
        f.outcome(),
        there.getHour(),
        there.toLocalDate().toEpochDay(),
        attempt.before(),
        at - attempt.dialledMicros());
    if (attempt.givenUpMicros() > 0) {
      experience.gaveUpMachine(attempt.verdictMicros(), at - attempt.givenUpMicros());
    } else if (f.outcome() == AttemptOutcome.TALKED && attempt.talkMicros() > 0) {
      experience.talked(at - attempt.talkMicros());
    }
  }

  private void rests(AgentId agent, long at) {
    Work work = works.remove(agent);
    if (work != null) {
      known(work.campaign()).wrapped(work.wrapUpMicros() == 0 ? 0 : at - work.wrapUpMicros());
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    experiences.forEach((campaign, experience) -> out.accept(experience.save(campaign)));
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case Experience.Saved it -> experiences.put(it.campaign(), Experience.restored(it));
      case Campaign.Saved it -> configured(it.plan());
      default -> {}
    }
  }
}
