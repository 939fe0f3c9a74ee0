// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Skill;
import org.ringmaster.core.announcement.Announcing;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.queue.Closing;
import org.ringmaster.core.queue.Hearing;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.queue.WaitKey;
import org.ringmaster.core.queue.WorkRules;
import org.ringmaster.core.routing.Emptiness;
import org.ringmaster.core.routing.PenaltyStep;
import org.ringmaster.core.routing.Reserve;
import org.ringmaster.core.routing.Routing;
import org.ringmaster.core.routing.SkillNeed;
import org.ringmaster.core.routing.Strategy;

/** A queue being configured: rung 20 s, left in peace 5 s, no wrap-up, no limit to waiting. */
public final class ScenarioQueue {
  private final String id;
  private Strategy strategy = Strategy.LONGEST_IDLE;
  private List<AgentId> agents = List.of();
  private long ringMillis = 20_000;
  private long retryMillis = 5_000;
  private long wrapUpMillis;
  private boolean autoPause;
  private long maxWaitMillis;
  private Overflow overflow = Overflow.HANG_UP;
  private String musicClass = "default";
  private final List<Routing.Seat> penalties = new ArrayList<>();
  private final List<PenaltyStep> penaltySteps = new ArrayList<>();
  private final List<SkillNeed> skills = new ArrayList<>();
  private int weight;
  private long starvationMillis;
  private int maxLength;
  private List<Emptiness> joinEmpty = List.of();
  private List<Emptiness> leaveWhenEmpty = List.of();
  private long stickyMillis;
  private long rejoinMillis;
  private Reserve reserve = Reserve.NONE;
  private Language language = Language.EN;
  private Announcing announcing = Announcing.NOTHING;
  private final List<WaitKey> keys = new ArrayList<>();
  private List<Prompt> whisper = List.of();
  private boolean holdTimeReported;
  private long memberDelayMillis;
  private @Nullable Closing closing;
  private @Nullable WorkRules work;

  private ScenarioQueue(String id) {
    this.id = id;
  }

  public static ScenarioQueue named(String id) {
    return new ScenarioQueue(id);
  }

  public ScenarioQueue servedBy(String... names) {
    agents = Stream.of(names).map(AgentId::new).toList();
    return this;
  }

  public ScenarioQueue ringall() {
    strategy = Strategy.RINGALL;
    return this;
  }

  public ScenarioQueue by(Strategy other) {
    strategy = other;
    return this;
  }

  public ScenarioQueue penalty(String agent, int penalty) {
    penalties.add(new Routing.Seat(new AgentId(agent), penalty));
    return this;
  }

  public ScenarioQueue penaltiesUpTo(int highest, int afterSeconds) {
    penaltySteps.add(new PenaltyStep(afterSeconds * 1_000L, highest, 0));
    return this;
  }

  public ScenarioQueue needs(String skill, int level, SkillNeed.Relaxation... relaxed) {
    skills.add(new SkillNeed(new Skill(skill), level, false, List.of(relaxed)));
    return this;
  }

  public ScenarioQueue weight(int now) {
    weight = now;
    return this;
  }

  public ScenarioQueue nobodyPassedOverAfterSeconds(int seconds) {
    starvationMillis = seconds * 1_000L;
    return this;
  }

  public ScenarioQueue atMost(int callers) {
    maxLength = callers;
    return this;
  }

  public ScenarioQueue joinEmpty(Emptiness... factors) {
    joinEmpty = List.of(factors);
    return this;
  }

  public ScenarioQueue leaveWhenEmpty(Emptiness... factors) {
    leaveWhenEmpty = List.of(factors);
    return this;
  }

  public ScenarioQueue stickySeconds(int seconds) {
    stickyMillis = seconds * 1_000L;
    return this;
  }

  public ScenarioQueue rejoinSeconds(int seconds) {
    rejoinMillis = seconds * 1_000L;
    return this;
  }

  public ScenarioQueue keeps(int agents) {
    reserve = new Reserve(agents, 0);
    return this;
  }

  public ScenarioQueue keepsPercent(int percent) {
    reserve = new Reserve(0, percent);
    return this;
  }

  public ScenarioQueue speaks(Language other) {
    language = other;
    return this;
  }

  public ScenarioQueue announces(Announcing other) {
    announcing = other;
    return this;
  }

  public ScenarioQueue key(String key, WaitChoice choice) {
    keys.add(new WaitKey(key, choice, null));
    return this;
  }

  public ScenarioQueue keyTo(String key, String queue) {
    keys.add(new WaitKey(key, WaitChoice.QUEUE, new QueueId(queue)));
    return this;
  }

  public ScenarioQueue whispers(String sound) {
    whisper = sound.isEmpty() ? List.of() : List.of(Prompt.sound(sound));
    return this;
  }

  public ScenarioQueue reportsHoldTime() {
    holdTimeReported = true;
    return this;
  }

  public ScenarioQueue memberDelaySeconds(int seconds) {
    memberDelayMillis = seconds * 1_000L;
    return this;
  }

  public ScenarioQueue ringSeconds(int seconds) {
    ringMillis = seconds * 1_000L;
    return this;
  }

  public ScenarioQueue retrySeconds(int seconds) {
    retryMillis = seconds * 1_000L;
    return this;
  }

  public ScenarioQueue wrapUpSeconds(int seconds) {
    wrapUpMillis = seconds * 1_000L;
    return this;
  }

  public ScenarioQueue autoPause() {
    autoPause = true;
    return this;
  }

  public ScenarioQueue rules(WorkRules rules) {
    work = rules;
    return this;
  }

  public ScenarioQueue music(String name) {
    musicClass = name;
    return this;
  }

  public ScenarioQueue maxWaitSeconds(int seconds) {
    maxWaitMillis = seconds * 1_000L;
    return this;
  }

  public ScenarioQueue thenTo(String queue) {
    overflow = new Overflow(Overflow.Kind.QUEUE, new QueueId(queue), List.of(), null, null);
    return this;
  }

  public ScenarioQueue thenPrompt(String sound) {
    List<Prompt> prompts = List.of(Prompt.sound(sound));
    overflow = new Overflow(Overflow.Kind.PROMPT, null, prompts, null, null);
    return this;
  }

  public ScenarioQueue thenNumber(String trunk, String number) {
    overflow = new Overflow(Overflow.Kind.NUMBER, null, List.of(), new TrunkId(trunk), number);
    return this;
  }

  /** Whoever is sent on leaves a message for this queue. */
  public ScenarioQueue thenVoicemail() {
    overflow = Overflow.voicemail(new QueueId(id));
    return this;
  }

  /** Who still waits so long after the end of the hours is sent there; null: the overflow. */
  public ScenarioQueue closes(String calendar, int graceSeconds, @Nullable Overflow target) {
    closing = new Closing(new CalendarId(calendar), graceSeconds * 1_000L, target);
    return this;
  }

  Queue make() {
    return new Queue(
        new QueueId(id),
        strategy,
        agents,
        ringMillis,
        retryMillis,
        wrapUpMillis,
        autoPause,
        maxWaitMillis,
        overflow,
        musicClass,
        20_000,
        new Routing(
            penalties,
            penaltySteps,
            skills,
            weight,
            starvationMillis,
            maxLength,
            joinEmpty,
            leaveWhenEmpty,
            stickyMillis,
            rejoinMillis,
            reserve),
        new Hearing(language, announcing, keys, whisper, holdTimeReported, memberDelayMillis),
        closing,
        work == null ? WorkRules.of(autoPause) : work,
        null);
  }
}
