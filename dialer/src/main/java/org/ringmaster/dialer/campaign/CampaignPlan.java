// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.recording.RecordingPolicy;
import org.ringmaster.dialer.callerid.CallerIdPool;

/**
 * A campaign, as configured.
 *
 * @param queue which answered attempts join
 * @param trunk through which leads are dialled; its node is where the agents must be
 * @param ratio lines for each idle agent in mode power
 * @param abandonPercent how many of a hundred live answers may be abandoned, in each window
 * @param smallTeam with fewer agents at work predictive falls back to progressive
 * @param maxLines how many lines the campaign has at most
 * @param ringMillis how long a lead's telephone rings, from when the carrier says that it does
 * @param leastRingMillis how long it rings at least, whatever the pacing says
 * @param holdMillis how long who has answered may wait for an agent
 * @param shown what the lead's telephone shows; null for what the trunk gives
 * @param prefix what is dialled before the number's digits, such as {@code +}
 * @param hours when leads may be called, by the clock on their own wall
 * @param tries how often a lead is dialled at most
 * @param numberTries how often one number is dialled within 24 hours, by all campaigns together
 * @param lockMillis how long a number is left in peace after a call to it was abandoned, whoever
 *     called it; where that campaign wants longer, so long
 * @param recycling what becomes of leads; an outcome that is not there ends with the first
 * @param dropPrompts said to who has answered and has no agent in time, before the hang-up
 * @param queueOverflow whether the queue sends on who has answered as it sends any caller; else
 *     they hear the same prompts as who has no agent in time
 * @param callerIds of which numbers a lead's telephone shows one; null where all show {@code shown}
 * @param screening for answering machines; null for none
 * @param preview how leads are shown to agents; null for as usual
 * @param message what who answers is told in mode agentless; null in the others
 * @param hearsGreeting whether the node listens for the end of what who has answered says first,
 *     from which the time for an agent runs then
 * @param dropOptOutKey the key by which who hears {@code dropPrompts} is never called again; null
 *     for none
 * @param dropGroup {@code abandonPercent} holds for the sum of all campaigns of one name, too; null
 *     where it is alone
 * @param laws the presets of law that the campaign names, each with its date: {@code ftc-sales
 *     2026-01-31}; what they ask for is in the other components already
 * @param triesByPerson whether {@code numberTries} bounds all numbers of a lead together, each of
 *     them counted for every lead that has it
 * @param machineRestMillis how long nobody is called at any lead that has a number which was taken
 *     for a machine; 0 where only its own lead rests, as {@code recycling} says
 * @param holdsFromAnswer whether the time for an agent runs from the answer, also where a detector
 *     tells when the greeting ended
 * @param recording how its talks are recorded, whatever {@code queue} says of its own; null for as
 *     the queue says
 * @param bounds of its dials over days and weeks; null for none
 */
public record CampaignPlan(
    CampaignId id,
    QueueId queue,
    TrunkId trunk,
    CampaignMode mode,
    double ratio,
    double abandonPercent,
    int smallTeam,
    int maxLines,
    long ringMillis,
    long leastRingMillis,
    long holdMillis,
    @Nullable Personal shown,
    String prefix,
    Calendar hours,
    int tries,
    int numberTries,
    long lockMillis,
    List<Recycling> recycling,
    List<Prompt> dropPrompts,
    boolean queueOverflow,
    @Nullable CallerIdPool callerIds,
    @Nullable ScreeningPlan screening,
    @Nullable PreviewRules preview,
    @Nullable MessageRules message,
    boolean hearsGreeting,
    @Nullable String dropOptOutKey,
    @Nullable String dropGroup,
    List<String> laws,
    boolean triesByPerson,
    long machineRestMillis,
    boolean holdsFromAnswer,
    @Nullable RecordingPolicy recording,
    @Nullable CampaignBounds bounds) {

  /** With fewer agents at work predictive is no use. */
  public static final int SMALL_TEAM = 3;

  /** The least that the American and British rules want a telephone to ring. */
  public static final long LEAST_RING_MILLIS = 15_000;

  /** What a carrier may need, to a mobile abroad too, until a telephone rings. */
  public static final long SETUP_MILLIS = 10_000;

  /** How long who has answered may wait for an agent. */
  public static final long HOLD_MILLIS = 2_000;

  /** How long a number is left in peace after an abandoned call. */
  public static final long LOCK_MILLIS = 72L * 3_600_000;

  private static final long MINUTE_MILLIS = 60_000;

  /** Ofcom wants a number that was taken for a machine left alone for a day. */
  private static final long MACHINE_MILLIS = 24 * 60 * MINUTE_MILLIS;

  /** What becomes of leads where nothing else is said. */
  public static final List<Recycling> USUAL_RECYCLING =
      List.of(
          new Recycling(AttemptOutcome.NO_ANSWER, 4, 120 * MINUTE_MILLIS),
          new Recycling(AttemptOutcome.BUSY, 4, 15 * MINUTE_MILLIS),
          new Recycling(AttemptOutcome.CONGESTED, 4, 5 * MINUTE_MILLIS),
          new Recycling(AttemptOutcome.ABANDONED, 2, LOCK_MILLIS),
          new Recycling(AttemptOutcome.LOST, 2, 60 * MINUTE_MILLIS),
          new Recycling(AttemptOutcome.MACHINE, 4, MACHINE_MILLIS),
          new Recycling(AttemptOutcome.MESSAGE_FAILED, 2, 60 * MINUTE_MILLIS));

  /** A campaign with the usual settings. */
  public static CampaignPlan of(
      CampaignId id, QueueId queue, TrunkId trunk, CampaignMode mode, Calendar hours) {
    return new CampaignPlan(
        id,
        queue,
        trunk,
        mode,
        2,
        3,
        SMALL_TEAM,
        1_000,
        26_000,
        LEAST_RING_MILLIS,
        HOLD_MILLIS,
        null,
        "+",
        hours,
        6,
        3,
        LOCK_MILLIS,
        USUAL_RECYCLING,
        List.of(),
        false,
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        List.of(),
        false,
        0,
        false,
        null,
        null);
  }

  /** The same with other tries and recycling. */
  public CampaignPlan recycling(int leadTries, List<Recycling> rules) {
    return with(
        draft -> {
          draft.tries = leadTries;
          draft.recycling = rules;
        });
  }

  /** The same with another share of live answers that may be abandoned, percent. */
  public CampaignPlan abandoning(double percent) {
    return with(draft -> draft.abandonPercent = percent);
  }

  /** The same with another treatment of who has answered and gets no agent. */
  public CampaignPlan dropping(List<Prompt> prompts, boolean asTheQueueWants) {
    return with(
        draft -> {
          draft.dropPrompts = prompts;
          draft.queueOverflow = asTheQueueWants;
        });
  }

  /** The same with numbers of ours of which each lead's telephone shows one. */
  public CampaignPlan showing(CallerIdPool pool) {
    return with(draft -> draft.callerIds = pool);
  }

  /** The same with another screening; null for none. */
  public CampaignPlan screenedBy(@Nullable ScreeningPlan other) {
    return with(draft -> draft.screening = other);
  }

  /** The same with talks that are recorded so; null for as the queue says. */
  public CampaignPlan recorded(@Nullable RecordingPolicy policy) {
    return with(draft -> draft.recording = policy);
  }

  /** The same with another way to show leads to agents. */
  public CampaignPlan previewing(PreviewRules rules) {
    return with(draft -> draft.preview = rules);
  }

  /** The same with a message for who answers. */
  public CampaignPlan telling(MessageRules rules) {
    return with(draft -> draft.message = rules);
  }

  /** The same, but the time for an agent runs from the end of what who has answered says first. */
  public CampaignPlan hearingGreetings() {
    return with(draft -> draft.hearsGreeting = true);
  }

  /** The same, but the time for an agent runs from the answer whatever is heard. */
  public CampaignPlan holdingFromAnswer() {
    return with(draft -> draft.holdsFromAnswer = true);
  }

  /** The same with a key by which who hears that no agent is there is never called again. */
  public CampaignPlan optingOutBy(String key) {
    return with(draft -> draft.dropOptOutKey = key);
  }

  /** The same with so many lines at most. */
  public CampaignPlan lines(int most) {
    return with(draft -> draft.maxLines = most);
  }

  /** The same, but dialled so; the ratio counts in mode power alone. */
  public CampaignPlan dialling(CampaignMode other, double lines) {
    return with(
        draft -> {
          draft.mode = other;
          draft.ratio = lines;
        });
  }

  /** The same, but people are called in these hours. */
  public CampaignPlan openIn(Calendar other) {
    return with(draft -> draft.hours = other);
  }

  /** The same, but so many tries of a lead, and of a number within 24 hours; 0 of these for any. */
  public CampaignPlan trying(int ofLead, int ofNumber) {
    return with(
        draft -> {
          draft.tries = ofLead;
          draft.numberTries = ofNumber;
        });
  }

  /** The same, but all numbers of a lead count together, or each by itself. */
  public CampaignPlan countingPersons(boolean together) {
    return with(draft -> draft.triesByPerson = together);
  }

  /** The same, that leaves whom it took for a machine in peace for so long, milliseconds. */
  public CampaignPlan restingMachines(long millis) {
    return with(draft -> draft.machineRestMillis = millis);
  }

  /** The same, whose leads' telephones ring for so long, milliseconds. */
  public CampaignPlan ringing(long millis) {
    return with(draft -> draft.ringMillis = millis);
  }

  /** The same, that leaves a number in peace for so long after an abandoned call, milliseconds. */
  public CampaignPlan locking(long millis) {
    return with(draft -> draft.lockMillis = millis);
  }

  /** The same, held to its share together with others that name the same group, too. */
  public CampaignPlan inDropGroup(String group) {
    return with(draft -> draft.dropGroup = group);
  }

  /** The same, naming presets of law. */
  public CampaignPlan under(List<String> presets) {
    return with(draft -> draft.laws = presets);
  }

  /** The same, counting tries by person, who rests for so long once taken for a machine. */
  public CampaignPlan protectingPersons(int most, long machineMillis) {
    return with(
        draft -> {
          draft.numberTries = most;
          draft.triesByPerson = true;
          draft.machineRestMillis = machineMillis;
        });
  }

  /** The same, bounded by something else over days and weeks. */
  public CampaignPlan boundedBy(CampaignBounds other) {
    return with(draft -> draft.bounds = other);
  }

  private CampaignPlan with(Consumer<CampaignDraft> change) {
    CampaignDraft draft = new CampaignDraft(this);
    change.accept(draft);
    return draft.done();
  }

  /**
   * After how long a node gives up a call that nobody has answered, milliseconds from the dialling:
   * so that a telephone which begins to ring late still rings as long as it must.
   */
  public long dialMillis() {
    return StrictMath.max(ringMillis, StrictMath.min(ringMillis, leastRingMillis) + SETUP_MILLIS);
  }

  /** What bounds its dials over days and weeks. */
  public CampaignBounds limits() {
    return bounds == null ? CampaignBounds.NONE : bounds;
  }

  /** When it begins or ended, where that is what forbids to dial; else nothing. */
  String whenWords(Gate gate) {
    return switch (gate) {
      case TOO_EARLY -> ", at " + CampaignBounds.words(limits().fromMicros(), hours.zone());
      case TOO_LATE -> ", since " + CampaignBounds.words(limits().untilMicros(), hours.zone());
      default -> "";
    };
  }

  /** How leads are shown to agents. */
  public PreviewRules previewRules() {
    return preview == null ? PreviewRules.USUAL : preview;
  }

  /** Whether leads of the other one wait and rest as long as those of this one. */
  boolean hasRulesOf(CampaignPlan other) {
    return hours.equals(other.hours)
        && tries == other.tries
        && numberTries == other.numberTries
        && triesByPerson == other.triesByPerson
        && machineRestMillis == other.machineRestMillis
        && lockMillis == other.lockMillis
        && limits().letsWaitAs(other.limits())
        && recycling.equals(other.recycling);
  }

  /** Whether the other one is paced by the same rules. */
  boolean isPacedAs(CampaignPlan other) {
    return mode == other.mode
        && ratio == other.ratio
        && abandonPercent == other.abandonPercent
        && ringMillis == other.ringMillis
        && leastRingMillis == other.leastRingMillis
        && holdMillis == other.holdMillis;
  }

  /** What becomes of a lead that came to an outcome so often, and was dialled so often in all. */
  public boolean isRecycled(AttemptOutcome outcome, int same, int all) {
    Recycling rule = rule(outcome);
    return rule != null && same < rule.tries() && all < tries;
  }

  /** How long a lead rests after an outcome, milliseconds. */
  public long delayMillis(AttemptOutcome outcome) {
    Recycling rule = rule(outcome);
    return rule == null ? 0 : rule.delayMillis();
  }

  private @Nullable Recycling rule(AttemptOutcome outcome) {
    for (Recycling rule : recycling) {
      if (rule.outcome() == outcome) {
        return rule;
      }
    }
    return null;
  }
}
