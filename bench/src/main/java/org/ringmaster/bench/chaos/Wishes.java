// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.chaos;

import java.util.List;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.callback.Booking;
import org.ringmaster.core.callback.Callback;
import org.ringmaster.core.callback.CallbackId;
import org.ringmaster.core.callback.CallbackInput;
import org.ringmaster.core.desk.DeskInput;
import org.ringmaster.core.desk.DeskWork;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.recording.RecordingAct;
import org.ringmaster.core.recording.RecordingInput;
import org.ringmaster.core.supervision.SupervisionInput;
import org.ringmaster.core.supervision.SupervisionMode;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.talk.TalkInput;
import org.ringmaster.core.voicemail.Message;
import org.ringmaster.core.voicemail.MessageId;
import org.ringmaster.core.voicemail.VoicemailInput;
import org.ringmaster.simulation.draw.Draws;
import org.ringmaster.simulation.world.SimulatedCentre;

/** What agents and supervisors want of the platform, as drawn. Owned by the simulation's thread. */
final class Wishes {
  private static final long SECOND = 1_000_000;
  private static final Author BOSS = new Author("boss");

  private final SimulatedCentre world;
  private final ChaosPlan plan;
  private final Draws draws;

  Wishes(SimulatedCentre world, ChaosPlan plan, Draws draws) {
    this.world = world;
    this.plan = plan;
    this.draws = draws;
  }

  /** Anybody. */
  AgentId anyAgent() {
    return plan.agents().get(draws.below(plan.agents().size()));
  }

  /** A callback is taken back or put before all others. */
  void steersCallback() {
    List<Callback> all = List.copyOf(world.centre().callbacks().books().callbacks());
    if (world.isAlive() && !all.isEmpty()) {
      CallbackId callback = all.get(draws.below(all.size())).id();
      world
          .inlet()
          .ask(
              draws.chance(0.4)
                  ? new CallbackInput.Cancel(callback, BOSS)
                  : new CallbackInput.Hasten(callback, BOSS));
    }
  }

  /** Somebody wants something of the recording of an agent's talk. */
  void records() {
    RecordingAct[] acts = RecordingAct.values();
    world
        .inlet()
        .ask(new RecordingInput.Ask(anyAgent(), null, acts[draws.below(acts.length)], BOSS));
  }

  /** A message is heard, called back, done or deleted. */
  void readsMessages() {
    List<Message> all = List.copyOf(world.centre().voicemails().books().messages());
    if (world.isAlive() && !all.isEmpty()) {
      MessageId message = all.get(draws.below(all.size())).id();
      world
          .inlet()
          .ask(
              switch (draws.below(5)) {
                case 0 -> new VoicemailInput.Finish(message, BOSS);
                case 1 -> new VoicemailInput.Delete(message, BOSS);
                case 2 -> new VoicemailInput.CallBack(message, anyAgent(), BOSS);
                default -> new VoicemailInput.Hear(message, BOSS);
              });
    }
  }

  /** Somebody attends the talk of an agent on the telephone of another, or does more there. */
  void supervises() {
    AgentId agent = anyAgent();
    AgentId boss = anyAgent();
    SupervisionMode[] modes = SupervisionMode.values();
    world
        .inlet()
        .ask(
            draws.chance(0.1)
                ? new SupervisionInput.Leave(agent, null, BOSS)
                : new SupervisionInput.Attend(
                    agent,
                    null,
                    modes[draws.below(modes.length)],
                    new TelephoneId(boss.value()),
                    null,
                    BOSS));
  }

  /** An agent does something with the call in hand, if they have one; else it is refused. */
  void converses() {
    AgentId agent = anyAgent();
    String by = agent.value();
    Destination to =
        switch (draws.below(4)) {
          case 0 -> Destination.queue(draws.chance(0.5) ? ChaosPlan.SALES : ChaosPlan.SECOND);
          case 1 -> Destination.number(ChaosPlan.OUTSIDE);
          default -> Destination.agent(anyAgent());
        };
    world
        .inlet()
        .ask(
            switch (draws.below(13)) {
              case 0 -> new TalkInput.Hold(agent, by);
              case 1 -> new TalkInput.Resume(agent, by);
              case 2, 3 -> new TalkInput.HandOn(agent, to, by);
              case 4, 5 -> new TalkInput.Consult(agent, to, by);
              case 6 -> new TalkInput.Complete(agent, by);
              case 7 -> new TalkInput.Cancel(agent, by);
              case 8 -> new TalkInput.Swap(agent, by);
              case 9 -> new TalkInput.Join(agent, by);
              case 10 -> new TalkInput.Park(agent, by);
              case 11 -> new TalkInput.Retrieve(agent, 701, by);
              default -> new TalkInput.Dial(agent, ChaosPlan.OUTSIDE, by);
            });
  }

  private Input disposes(AgentId agent) {
    DeskWork work = world.centre().desks().books().work(agent);
    CallId call = work == null ? new CallId("none") : work.call();
    return new DeskInput.Dispose(agent, call, ChaosPlan.SAID.get(draws.below(2)));
  }

  private Input books(AgentId agent) {
    long from = world.clockMicros() + draws.below(20_000_000);
    return new CallbackInput.Book(
        new Booking(agent, draws.chance(0.5), from, "UTC", null),
        null,
        ChaosPlan.SALES,
        new Personal("+49301234" + draws.below(5)),
        from + 30 * SECOND,
        BOSS);
  }

  void agentDoes() {
    AgentId agent = anyAgent();
    world
        .inlet()
        .ask(
            switch (draws.below(14)) {
              case 0 -> new AgentInput.SignOut(agent);
              case 10 -> new AgentInput.ExtendWrapUp(agent);
              case 11, 12 -> disposes(agent);
              case 13 -> books(agent);
              case 8, 9 -> new TalkInput.DialAgent(agent, anyAgent(), agent.value());
              case 1 -> new AgentInput.Pause(agent, new PauseReason("lunch"));
              case 2 -> new AgentInput.EndWrapUp(agent);
              case 3 -> new AgentInput.Unpause(agent);
              case 4 -> new DeskInput.SignIn(agent, null);
              case 5 -> new DeskInput.PageSilent(agent);
              case 6 ->
                  draws.chance(0.5) ? new DeskInput.PageHeard(agent) : new DeskInput.Resume(agent);
              default -> new AgentInput.SignIn(agent, null);
            });
  }
}
