// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.simulation.people.CalleeKind;

/**
 * The course of a campaign as its facts tell it, the same for a real and a simulated Asterisk. Sees
 * the facts in their order. Not thread-safe.
 */
public final class Course {
  private static final double MICROS = 1e6;
  private static final double MILLI = 1e3;
  private static final double PERCENT = 100;
  private static final long MICROS_PER_MILLI = 1_000;

  /** An attempt that was answered. */
  private static final class Answer {
    final long answeredMicros;
    long endedMicros;
    long joinedInput;
    @Nullable AgentId agent;
    boolean foundIdle;
    long togetherMicros;

    Answer(long answeredMicros) {
      this.answeredMicros = answeredMicros;
    }

    long lastMicros() {
      return togetherMicros != 0 ? togetherMicros : Math.max(endedMicros, answeredMicros);
    }
  }

  private record Span(long from, long until) {}

  private final Map<LegId, Integer> outcomes = new HashMap<>();
  private final Map<AttemptOutcome, Integer> counts = new EnumMap<>(AttemptOutcome.class);
  private final Map<LegId, Answer> answers = new HashMap<>();
  private final Map<LegId, Answer> apart = new LinkedHashMap<>();
  private final Map<LegId, Integer> leads = new HashMap<>();
  private final Map<EntryId, LegId> entries = new HashMap<>();
  private final Map<AgentId, LegId> telephones = new HashMap<>();
  private final Map<LegId, BridgeId> rooms = new HashMap<>();
  private final Map<AgentId, Long> busySince = new HashMap<>();
  private final List<Span> busy = new ArrayList<>();
  private final Map<LegId, Long> connected = new HashMap<>();
  private final Map<LegId, Long> abandoned = new HashMap<>();
  private final Map<Integer, Integer> dials = new HashMap<>();
  private long startedMicros;

  /** Takes the next fact. */
  public void sees(RecordedFact recorded) {
    long at = recorded.envelope().recordedAtMicros();
    long told = recorded.envelope().occurredAtMicros();
    switch (recorded.fact()) {
      case CampaignFact.Started f -> startedMicros = at;
      case CampaignFact.Dialled f -> {
        outcomes.put(f.leg(), 0);
        leads.put(f.leg(), f.lead());
        dials.merge(f.lead(), 1, Integer::sum);
      }
      case CallFact.LegAnswered f when outcomes.containsKey(f.leg()) -> {
        Answer answer = new Answer(told);
        answers.put(f.leg(), answer);
        apart.put(f.leg(), answer);
      }
      case CallFact.LegEnded f -> {
        Answer answer = answers.get(f.leg());
        if (answer != null) {
          answer.endedMicros = told;
          apart.remove(f.leg());
        }
      }
      case QueueFact.EntryJoined f -> {
        entries.put(f.entry(), f.leg());
        Answer answer = answers.get(f.leg());
        if (answer != null) {
          answer.joinedInput = recorded.envelope().inputSequence();
        }
      }
      case QueueFact.EntryOffered f -> {
        LegId leg = entries.get(f.entry());
        Answer answer = leg == null ? null : answers.get(leg);
        if (answer != null) {
          answer.agent = f.agent();
          answer.foundIdle = answer.joinedInput == recorded.envelope().inputSequence();
        }
      }
      case AgentFact.TelephoneConnected f -> telephones.put(f.agent(), f.leg());
      case CallFact.LegJoined f -> {
        rooms.put(f.leg(), f.bridge());
        meet(f.leg(), told);
      }
      case CallFact.LegLeft f -> rooms.remove(f.leg(), f.bridge());
      case CampaignFact.Connected f -> {
        // As the books count: who came to an agent too late had none in time.
        if (f.waitedMillis() > CampaignPlan.HOLD_MILLIS) {
          abandoned.putIfAbsent(f.leg(), at);
        } else if (!abandoned.containsKey(f.leg())) {
          connected.put(f.leg(), at);
        }
        busySince.put(f.agent(), at);
      }
      case CampaignFact.Abandoned f -> abandoned.putIfAbsent(f.leg(), at);
      case AgentFact.Freed f -> {
        Long since = busySince.remove(f.agent());
        if (since != null) {
          busy.add(new Span(since, at));
        }
      }
      case CampaignFact.AttemptEnded f -> {
        outcomes.merge(f.leg(), 1, Integer::sum);
        counts.merge(f.outcome(), 1, Integer::sum);
      }
      default -> {}
    }
  }

  /** Whoever came into a room: is somebody who answered together with their agent now? */
  private void meet(LegId came, long atMicros) {
    BridgeId room = rooms.get(came);
    apart
        .entrySet()
        .removeIf(
            each -> {
              Answer answer = each.getValue();
              LegId telephone = answer.agent == null ? null : telephones.get(answer.agent);
              boolean meets =
                  (came.equals(each.getKey()) || came.equals(telephone))
                      && Objects.equals(room, rooms.get(each.getKey()))
                      && Objects.equals(room, rooms.get(telephone));
              if (meets) {
                answer.togetherMicros = atMicros;
              }
              return meets;
            });
  }

  /** When it began to dial, epoch microseconds; 0 for not yet. */
  long startedMicros() {
    return startedMicros;
  }

  /** How many leads were dialled. */
  int attempts() {
    return outcomes.size();
  }

  /** How many attempts have no outcome, or several. */
  long withoutOneOutcome() {
    return outcomes.values().stream().filter(many -> many != 1).count();
  }

  /** How many of the first leads were not dialled, or several times. */
  long notDialledOnce(int first) {
    return IntStream.range(0, first).filter(lead -> dials.getOrDefault(lead, 0) != 1).count();
  }

  /** What came of the attempts. */
  Map<AttemptOutcome, Integer> outcomes() {
    return counts;
  }

  /**
   * Milliseconds from the answer to both in one bridge, sorted; to the end for who had an agent and
   * was never together with them.
   */
  double[] togetherMillis(boolean foundIdle) {
    return answers.values().stream()
        .filter(one -> one.agent != null && one.foundIdle == foundIdle)
        .mapToDouble(one -> (one.lastMicros() - one.answeredMicros) / MILLI)
        .sorted()
        .toArray();
  }

  /** How many answers were connected but never seen in one bridge with their agent. */
  long neverTogether() {
    return answers.values().stream()
        .filter(one -> one.agent != null && one.togetherMicros == 0)
        .count();
  }

  /**
   * How long those stayed, behind what was drawn for them, who hung up by themselves: each in
   * microseconds, sorted; none where nobody did.
   */
  long[] saysMicros(List<LeadFate> fates, boolean machines) {
    return answers.entrySet().stream()
        .filter(each -> each.getValue().endedMicros != 0)
        .filter(each -> isOf(fates, each.getKey(), machines))
        .mapToLong(
            each ->
                each.getValue().endedMicros
                    - each.getValue().answeredMicros
                    - fates.get(lead(each.getKey())).staysMillis() * MICROS_PER_MILLI)
        .filter(micros -> micros > 0)
        .sorted()
        .toArray();
  }

  private int lead(LegId leg) {
    return Objects.requireNonNull(leads.get(leg), "an answer of no lead");
  }

  private boolean isOf(List<LeadFate> fates, LegId leg, boolean machines) {
    LeadFate fate = fates.get(lead(leg));
    return fate.answers() && machines == (fate.kind() == CalleeKind.MACHINE);
  }

  /** How many were connected from the start on, and how many abandoned. */
  int connected() {
    return connected.size();
  }

  int abandoned() {
    return abandoned.size();
  }

  /**
   * What a stretch of the campaign came to.
   *
   * @param fromMicros after its start
   * @param untilMicros after its start
   */
  public Hour between(long fromMicros, long untilMicros, int agents) {
    long from = startedMicros + fromMicros;
    long until = startedMicros + untilMicros;
    double busyMicros = 0;
    for (Span span : busy) {
      busyMicros += overlap(span.from, span.until, from, until);
    }
    for (long since : busySince.values()) {
      busyMicros += overlap(since, Long.MAX_VALUE, from, until);
    }
    long talks = within(connected.values(), from, until);
    long lost = within(abandoned.values(), from, until);
    double staffed = (double) agents * (until - from);
    return new Hour(
        PERCENT * busyMicros / staffed,
        PERCENT * lost / Math.max(1, talks + lost),
        (staffed - busyMicros) / MICROS / Math.max(1, talks),
        busyMicros / MICROS / Math.max(1, talks),
        talks);
  }

  private static long overlap(long a, long b, long from, long until) {
    return Math.max(0, Math.min(b, until) - Math.max(a, from));
  }

  private static long within(Collection<Long> instants, long from, long until) {
    return instants.stream().filter(at -> at >= from && at < until).count();
  }

  /** The value below which a share of sorted values lies. */
  static double quantile(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
  }

  /** The same of values in any order. */
  static double quantileOf(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return quantile(sorted, share);
  }

  /**
   * Some time of a campaign.
   *
   * @param busyPercent of the agents' time, talk and wrap-up
   * @param abandonedPercent of those who answered and had, or should have had, an agent
   * @param idleSeconds of agents for each who was connected
   * @param busySeconds of agents for each who was connected
   * @param talks how many were connected
   */
  public record Hour(
      double busyPercent,
      double abandonedPercent,
      double idleSeconds,
      double busySeconds,
      long talks) {}
}
