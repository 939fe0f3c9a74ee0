// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Reminder;
import org.ringmaster.core.kernel.Turn;

/**
 * A busy day of a large contact centre: the production kernel, with callers, agents and a node that
 * follow a seed: they arrive, wait, are offered, ring out or answer, talk, hang up, wrap up, pause.
 * The same seed gives the same facts. Owned by one thread; time is virtual.
 */
final class BusyDay {
  /** 2026-03-04 08:00:00 UTC. */
  private static final long START_MICROS = 1_772_611_200_000_000L;

  private static final long MILLI = 1_000;
  private static final int AGENTS = 1_000;
  private static final int CUSTOMERS = 60_000;
  private static final double ARRIVAL_MILLIS = 190;
  private static final double TALK_MILLIS = 150_000;
  private static final double PATIENCE_MILLIS = 90_000;

  private record Due(long atMicros, long order, Runnable what) {}

  private final Centre centre = new Centre(List.of());
  private final PriorityQueue<Due> agenda =
      new PriorityQueue<>(Comparator.comparingLong(Due::atMicros).thenComparingLong(Due::order));
  private final Set<LegId> callers = new HashSet<>();
  private final Set<LegId> gone = new HashSet<>();
  private final Set<BridgeId> talks = new HashSet<>();
  private final List<RecordedFact> facts = new ArrayList<>();
  private final Random random;
  private long now = START_MICROS;
  private long order;
  private int arrived;

  BusyDay(long seed) {
    random = new Random(seed);
    LargeCentre.opening(AGENTS, seed, START_MICROS).forEach(input -> in(0, () -> tell(input)));
    for (int i = 0; i < AGENTS; i++) {
      AgentId agent = LargeCentre.agent(i);
      in(random.nextInt(60_000), () -> tell(new AgentInput.SignIn(agent, null)));
    }
    in(1_000, this::arrive);
  }

  /** The facts of the next thing that happens; good until the next call. */
  List<RecordedFact> next() {
    facts.clear();
    Due due = agenda.remove();
    now = Math.max(now, due.atMicros());
    due.what().run();
    return facts;
  }

  private void in(double millis, Runnable what) {
    agenda.add(new Due(now + Math.round(millis * MILLI), order++, what));
  }

  private double drawn(double meanMillis) {
    return -meanMillis * StrictMath.log(1 - random.nextDouble());
  }

  private void arrive() {
    LegId leg = new LegId("edge-1772611200." + ++arrived);
    String customer = "+4930" + (1_000_000 + random.nextInt(CUSTOMERS));
    String dialled = LargeCentre.number(random.nextInt(LargeCentre.QUEUES));
    callers.add(leg);
    in(drawn(ARRIVAL_MILLIS), this::arrive);
    in(3_000 + drawn(PATIENCE_MILLIS), () -> loseHeart(leg));
    if (arrived % 20 == 0) {
      rest(LargeCentre.agent(random.nextInt(AGENTS)));
    }
    // Those who were paused because they did not answer come back, one now and then.
    AgentId back = LargeCentre.agent(random.nextInt(AGENTS));
    in(drawn(30_000), () -> tell(new AgentInput.Unpause(back)));
    Personal number = new Personal(customer);
    tell(
        new CallInput.LegArrived(
            LargeCentre.EDGE, leg, "inbound", dialled, "carrier", number, null, false));
  }

  private void rest(AgentId agent) {
    tell(new AgentInput.Pause(agent, new PauseReason("coffee")));
    in(drawn(300_000), () -> tell(new AgentInput.Unpause(agent)));
  }

  /** A caller who still waits hangs up. */
  private void loseHeart(LegId caller) {
    if (callers.remove(caller)) {
      end(caller, HangupCause.NORMAL);
    }
  }

  private void end(LegId leg, HangupCause cause) {
    if (gone.add(leg)) {
      tell(new CallInput.LegGone(LargeCentre.EDGE, leg, cause));
    }
  }

  /** What a leg does that is still there. */
  private void of(LegId leg, double afterMillis, Input input) {
    in(
        afterMillis,
        () -> {
          if (!gone.contains(leg)) {
            tell(input);
          }
        });
  }

  private void tell(Input input) {
    Turn turn = new Turn();
    turn.input = input;
    turn.recordedAtMicros = now;
    // What a node tells happened a little before we hear of it.
    turn.occurredAtMicros = input instanceof CallInput ? now - random.nextInt(3_000) : now;
    centre.kernel().handle(turn);
    facts.addAll(turn.facts);
    turn.commands.forEach(this::obey);
  }

  private void obey(Command command) {
    switch (command) {
      case Reminder it -> in((it.dueMicros() - now) / (double) MILLI, () -> tell(it.input()));
      case CallCommand.AnswerLeg it ->
          of(it.leg(), 5, new CallInput.LegUp(LargeCentre.EDGE, it.leg()));
      case CallCommand.OriginateLeg it -> ring(it.leg());
      case CallCommand.HangUpLeg it -> in(10, () -> end(it.leg(), it.cause()));
      case CallCommand.OpenBridge it -> {
        if (it.kind() == BridgeKind.TALK) {
          talks.add(it.bridge());
        }
      }
      case CallCommand.JoinBridge it -> it.legs().forEach(leg -> join(leg, it.bridge()));
      case CallCommand.CloseBridge it -> talks.remove(it.bridge());
      case CallCommand.Play it ->
          in(500, () -> tell(new CallInput.PlaybackEnded(LargeCentre.EDGE, it.playback(), false)));
      default -> {}
    }
  }

  private void ring(LegId leg) {
    of(leg, 20, new CallInput.LegMade(LargeCentre.EDGE, leg));
    of(leg, 60, new CallInput.LegRang(LargeCentre.EDGE, leg));
    int fate = random.nextInt(100);
    if (fate < 2) {
      in(300, () -> end(leg, HangupCause.BUSY));
    } else if (fate > 5) {
      of(leg, 800 + drawn(2_500), new CallInput.LegEntered(LargeCentre.EDGE, leg));
    }
  }

  private void join(LegId leg, BridgeId bridge) {
    of(leg, 3, new CallInput.LegJoined(LargeCentre.EDGE, leg, bridge));
    if (talks.contains(bridge) && callers.remove(leg)) {
      in(2_000 + drawn(TALK_MILLIS), () -> end(leg, HangupCause.NORMAL));
    }
  }
}
