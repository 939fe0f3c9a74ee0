// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.ScreeningVerdict;

/**
 * Which attempts are being screened, and what was heard. Changed by facts only; owned by the thread
 * that folds.
 */
final class ScreeningBooks {

  private static final long MICROS_PER_MILLI = 1_000;

  /** Whose first words are not over by then waits from the answer. */
  static final long LONGEST_MILLIS = 3_000;

  /** Whoever has not said by then what a call was will not. */
  private static final long DAY_MICROS = 86_400_000_000L;

  private final Map<LegId, Screened> ofLegs = new LinkedHashMap<>();
  private final Map<LegId, Greeted> greetings = new LinkedHashMap<>();
  private final Map<LegId, LegId> snoops = new LinkedHashMap<>();
  private final Map<PlaybackId, LegId> messages = new LinkedHashMap<>();
  private final Map<CallId, Audit> audits = new LinkedHashMap<>();

  /** The screening of an attempt by the attempt's leg, or null. */
  @Nullable Screened of(LegId leg) {
    return ofLegs.get(leg);
  }

  /** The screening for which a leg listens, or null. */
  @Nullable Screened by(LegId snoop) {
    LegId leg = snoops.get(snoop);
    return leg == null ? null : ofLegs.get(leg);
  }

  /** The screening whose message a playing is, or null. */
  @Nullable Screened telling(PlaybackId playback) {
    LegId leg = messages.get(playback);
    return leg == null ? null : ofLegs.get(leg);
  }

  /** All that are not over; a copy. */
  List<Screened> all() {
    return List.copyOf(ofLegs.values());
  }

  /** Whether what answered is taken for a machine, and nobody was asked whether that is so. */
  boolean isMachine(LegId leg) {
    Screened one = ofLegs.get(leg);
    return one != null
        && one.verdict() == ScreeningVerdict.MACHINE
        && one.treatment() != MachineTreatment.AUDITED;
  }

  /** What who has answered said first, by the attempt's leg; null where nobody heard it. */
  @Nullable Greeted greeted(LegId leg) {
    return greetings.get(leg);
  }

  /**
   * From when the time runs in which an agent must be there: from the end of the greeting where it
   * is known, else from the answer, which is stricter. Of two that know it the earlier counts. As
   * long as they talk it does not run; but an end that has not come after three seconds counts no
   * more. Where the plan says so it runs from the answer whatever was heard.
   */
  long holdFromMicros(Attempt attempt, CampaignPlan plan, long nowMicros) {
    if (plan.holdsFromAnswer()) {
      return attempt.answeredMicros();
    }
    if (isGreeting(attempt, nowMicros)) {
      return nowMicros;
    }
    Screened one = ofLegs.get(attempt.leg());
    Greeted heard = greetings.get(attempt.leg());
    long greeting = one == null ? -1 : one.greetingMillis();
    if (heard != null && heard.isOver()) {
      greeting = greeting < 0 ? heard.millis() : StrictMath.min(greeting, heard.millis());
    }
    return attempt.answeredMicros() + StrictMath.max(0, greeting) * MICROS_PER_MILLI;
  }

  /** When that time is over, or is to be looked at again, epoch microseconds. */
  long holdUntilMicros(Attempt attempt, CampaignPlan plan, long nowMicros) {
    return !plan.holdsFromAnswer() && isGreeting(attempt, nowMicros)
        ? attempt.answeredMicros() + LONGEST_MILLIS * MICROS_PER_MILLI
        : holdFromMicros(attempt, plan, nowMicros) + plan.holdMillis() * MICROS_PER_MILLI;
  }

  /** Whether they say what they say first, and the time for an agent does not run. */
  boolean isGreeting(Attempt attempt, long nowMicros) {
    Greeted heard = greetings.get(attempt.leg());
    return heard != null
        && heard.talking()
        && nowMicros < attempt.answeredMicros() + LONGEST_MILLIS * MICROS_PER_MILLI;
  }

  void heard(CampaignFact.GreetingHeard f) {
    put(new Greeted(f.leg(), f.talking(), f.millis()));
  }

  void begun(CampaignFact.ScreeningBegun f) {
    put(Screened.begun(f));
  }

  /**
   * A detector has spoken: the attempt as it is from here. A machine is no live answer. One that
   * was counted as abandoned stays so unless it is given up as a machine: then it is among those of
   * which agents say how many are people.
   */
  Attempt judged(
      CampaignFact.AttemptScreened f, Campaign campaign, Attempt attempt, long atMicros) {
    keep(f, atMicros);
    campaign.screened(f, atMicros);
    Attempt now = attempt;
    if (f.noDrop()) {
      campaign.noDropAfterAll(attempt.countedMicros());
      now = attempt.uncounted();
    } else if (isMachine(f.leg()) && attempt.countedMicros() != 0 && !attempt.late()) {
      campaign.machineAfterAll(attempt.countedMicros());
      now = attempt.uncounted();
    }
    boolean isOver =
        f.treatment() == MachineTreatment.HUNG_UP || f.treatment() == MachineTreatment.MESSAGE;
    return isOver ? now.to(AttemptPhase.MACHINE) : now;
  }

  private void keep(CampaignFact.AttemptScreened f, long atMicros) {
    Screened one = Objects.requireNonNull(ofLegs.get(f.leg()));
    put(one.judged(f));
    if (f.treatment() == MachineTreatment.AUDITED) {
      audits.values().removeIf(audit -> audit.judgedMicros() < atMicros - DAY_MICROS);
      audits.put(f.call(), new Audit(f.campaign(), f.call(), f.leg(), atMicros, 0, false));
    }
  }

  /** The audit of a call of which nobody has said yet what it was, or null. */
  @Nullable Audit audit(CallId call) {
    return audits.get(call);
  }

  /**
   * An agent has said what a call was: what they found to be a machine is no live answer either.
   *
   * @param live the attempt, null where it is over
   * @return the attempt as it is from here, null where nothing of it changes
   */
  @Nullable Attempt audited(
      CampaignFact.AttemptAudited f, Campaign campaign, @Nullable Attempt live, long atMicros) {
    Audit known = Objects.requireNonNull(audits.remove(f.call()));
    Audit audit = live == null ? known : known.over(live);
    campaign.audited(f.person(), atMicros);
    if (f.person() || audit.countedMicros() == 0 || audit.late()) {
      return null;
    }
    campaign.machineAfterAll(audit.countedMicros());
    return live == null ? null : live.uncounted();
  }

  void telling(CampaignFact.MessageStarted f) {
    Screened before = Objects.requireNonNull(ofLegs.get(f.leg()));
    if (before.message() != null) {
      messages.remove(before.message());
    }
    put(before.telling(f.playback()));
  }

  void ended(Attempt attempt) {
    audits.computeIfPresent(attempt.call(), (call, audit) -> audit.over(attempt));
    greetings.remove(attempt.leg());
    Screened one = ofLegs.remove(attempt.leg());
    if (one != null) {
      snoops.remove(one.snoop());
      if (one.message() != null) {
        messages.remove(one.message());
      }
    }
  }

  private void put(Screened one) {
    ofLegs.put(one.leg(), one);
    snoops.put(one.snoop(), one.leg());
    if (one.message() != null) {
      messages.put(one.message(), one.leg());
    }
  }

  private void put(Greeted one) {
    greetings.put(one.leg(), one);
  }

  private void put(Audit audit) {
    audits.put(audit.call(), audit);
  }

  void snapshot(Consumer<Record> out) {
    ofLegs.values().forEach(out);
    greetings.values().forEach(out);
    audits.values().forEach(out);
  }

  void restore(Record entity) {
    switch (entity) {
      case Screened it -> put(it);
      case Greeted it -> put(it);
      case Audit it -> put(it);
      default -> {}
    }
  }
}
