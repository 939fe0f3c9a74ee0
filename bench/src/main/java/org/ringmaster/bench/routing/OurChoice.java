// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.bench.routing.Floor.Caller;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.agent.Skill;
import org.ringmaster.core.agent.SkillLevel;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Started;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.core.queue.Hearing;
import org.ringmaster.core.queue.InboundNumber;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueEntry;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.routing.Routing;
import org.ringmaster.core.routing.SkillNeed;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.dialer.DialerCentre;

/**
 * The production kernel with all its deciders and no ring, journal or Asterisk. What is timed is
 * the choice alone and, beside it, the whole turn in which an agent's pause ends and they are given
 * that caller: choice, facts, new state and commands. Both must name the same caller.
 */
final class OurChoice implements Chooser {
  private static final NodeId NODE = new NodeId("edge");
  private static final long START_MICROS = 1_793_599_200_000_000L;
  private static final long STEP_MICROS = 2_000;
  private static final int NODE_DIGITS = "edge-".length();
  private static final int NUMBER_DIGITS = 10;
  private static final PauseReason PAUSE = new PauseReason("break");
  private static final HangupCause NO_ANSWER = HangupCause.NO_ANSWER;

  private final Centre centre = DialerCentre.centre();
  private final Turn turn = new Turn();
  private final List<AgentId> agents = new ArrayList<>();
  private final AgentInput.OfferDue[] pending;
  private final LegId[] rung;
  private long nowMicros = START_MICROS;
  private @Nullable LegId chosen;
  private @Nullable QueueEntry next;

  OurChoice(Floor floor) {
    int agents = floor.queuesOf.length;
    pending = new AgentInput.OfferDue[agents];
    rung = new LegId[agents];
    configure(floor);
    for (Caller caller : floor.first) {
      joins(caller);
    }
    for (int agent = 0; agent < agents; agent++) {
      nowMicros += STEP_MICROS;
      tell(new AgentInput.SignIn(agent(agent), null));
      seen(agent);
      rests(agent);
    }
  }

  private void configure(Floor floor) {
    List<Telephone> telephones = new ArrayList<>();
    List<AgentProfile> profiles = new ArrayList<>();
    for (int agent = 0; agent < floor.queuesOf.length; agent++) {
      TelephoneId telephone = new TelephoneId("tel%04d".formatted(agent));
      telephones.add(new Telephone(telephone, NODE, TelephoneUse.RUNG));
      List<SkillLevel> skills = new ArrayList<>();
      for (int queue : floor.queuesOf[agent]) {
        skills.add(new SkillLevel(skill(queue), 1 + (agent + queue) % 9));
      }
      agents.add(agent(agent));
      profiles.add(
          new AgentProfile(agent(agent), null, "2%04d".formatted(agent), telephone, skills));
    }
    List<Queue> queues = new ArrayList<>();
    List<InboundNumber> dialled = new ArrayList<>();
    for (int queue = 0; queue < floor.queues; queue++) {
      queues.add(queue(floor, queue));
      for (int priority = 0; priority < Floor.PRIORITIES; priority++) {
        QueueId id = queues.getLast().id();
        dialled.add(
            new InboundNumber(number(queue, priority), id, null, List.of(), List.of(), priority));
      }
    }
    tell(new Started(1, 1));
    tell(new CallInput.TrunksRead(List.of(new Trunk(new TrunkId("carrier"), NODE, 0, 0))));
    tell(new CallInput.TelephonesRead(telephones));
    tell(new AgentInput.AgentsRead(profiles));
    tell(new QueueInput.QueuesRead(queues));
    tell(new QueueInput.NumbersRead(dialled));
    tell(new CallInput.NodeConnected(NODE, "22.10.1", START_MICROS - 1_000_000));
    tell(new CallInput.NodeListed(NODE, List.of(), List.of()));
  }

  /** All levels will do, so that everybody chooses among the same agents. */
  private static Queue queue(Floor floor, int queue) {
    List<AgentId> agents = new ArrayList<>();
    for (int agent : floor.agentsOf[queue]) {
      agents.add(agent(agent));
    }
    SkillNeed need = new SkillNeed(skill(queue), 1, false, List.of());
    Routing routing =
        new Routing(List.of(), List.of(), List.of(need), 0, 0, 0, List.of(), List.of(), 0, 0);
    return new Queue(
        new QueueId("queue%02d".formatted(queue)),
        Strategy.SKILLS,
        agents,
        20_000,
        1,
        0,
        false,
        0,
        Overflow.HANG_UP,
        "default",
        20_000,
        routing,
        Hearing.MUSIC);
  }

  private static AgentId agent(int agent) {
    return new AgentId("agent%04d".formatted(agent));
  }

  private static Skill skill(int queue) {
    return new Skill("skill%02d".formatted(queue));
  }

  private static String number(int queue, int priority) {
    return "5%02d%d".formatted(queue, priority);
  }

  private void joins(Caller caller) {
    LegId leg = new LegId("edge-%010d.%d".formatted(caller.number() + 1, caller.number() + 1));
    nowMicros++;
    Personal from = new Personal("+4930%09d".formatted(caller.number() + 1));
    String dialled = number(caller.queue(), caller.priority());
    tell(new CallInput.LegArrived(NODE, leg, "inbound", dialled, "carrier", from, null, false));
    tell(new CallInput.LegUp(NODE, leg));
  }

  @Override
  public int choose(int agent) {
    next = centre.acd().nextFor(agents.get(agent), nowMicros);
    return next == null ? -1 : number(next.leg());
  }

  /** A caller's number stands in the name of their leg. */
  private static int number(LegId leg) {
    return Integer.parseInt(leg.value(), NODE_DIGITS, NODE_DIGITS + NUMBER_DIGITS, 10) - 1;
  }

  @Override
  public void give(int agent) {
    tell(new AgentInput.Unpause(agents.get(agent)));
  }

  /** Who was offered to an agent in the last turn. */
  private void seen(int agent) {
    chosen = null;
    for (RecordedFact fact : turn.facts) {
      if (fact.fact() instanceof AgentFact.OfferMade made) {
        pending[agent] = new AgentInput.OfferDue(made.offer());
        rung[agent] = made.leg();
      } else if (fact.fact() instanceof QueueFact.EntryOffered offered) {
        chosen = Objects.requireNonNull(centre.acd().books().entry(offered.entry())).leg();
      }
    }
  }

  private void rests(int agent) {
    tell(pending[agent]);
    tell(new AgentInput.Pause(agent(agent), PAUSE));
    tell(new CallInput.LegGone(NODE, rung[agent], NO_ANSWER));
  }

  @Override
  public void goOn(int agent, Caller next) {
    seen(agent);
    rests(agent);
    LegId gone = Objects.requireNonNull(chosen);
    if (this.next == null || !gone.equals(this.next.leg())) {
      throw new IllegalStateException(gone + " was offered and " + this.next + " foreseen");
    }
    tell(new CallInput.LegGone(NODE, gone, HangupCause.NORMAL));
    joins(next);
    nowMicros += STEP_MICROS;
  }

  private void tell(Input input) {
    turn.clear();
    turn.input = input;
    turn.occurredAtMicros = nowMicros;
    turn.recordedAtMicros = nowMicros;
    centre.kernel().handle(turn);
  }

  @Override
  public void close() {}
}
