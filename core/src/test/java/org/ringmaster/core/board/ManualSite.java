// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.callback.CallbackBooks;
import org.ringmaster.core.callback.Callbacks;
import org.ringmaster.core.callback.Callers;
import org.ringmaster.core.desk.Desks;
import org.ringmaster.core.file.FileKeeping;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Kernel;
import org.ringmaster.core.kernel.KernelState;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Started;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.Acquaintance;
import org.ringmaster.core.queue.EntryId;
import org.ringmaster.core.queue.InboundNumber;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.recording.RecordingControl;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.core.steering.SteeringControl;
import org.ringmaster.core.supervision.SupervisionControl;
import org.ringmaster.core.talk.TalkControl;
import org.ringmaster.core.voicemail.Greeter;
import org.ringmaster.core.voicemail.VoicemailBooks;
import org.ringmaster.core.voicemail.Voicemails;
import org.ringmaster.core.wall.Walls;

/**
 * A small contact centre without ring, journal and Asterisk: the real kernel and deciders with a
 * clock that a test turns by hand, and boards that read along. One queue {@code sales} (number
 * 100), agents {@code anna} and {@code ben} with rung telephones {@code t-anna} and {@code t-ben},
 * one trunk {@code carrier} on the node {@code edge}.
 */
public final class ManualSite {
  public static final NodeId EDGE = new NodeId("edge");
  public static final QueueId SALES = new QueueId("sales");
  public static final AgentId ANNA = new AgentId("anna");
  public static final AgentId BEN = new AgentId("ben");

  /** 2026-03-04 10:00:00 UTC. */
  public static final long MORNING_MICROS = 1_772_618_400_000_000L;

  public final List<RecordedFact> facts = Collections.synchronizedList(new ArrayList<>());
  public final List<Command> commands = new ArrayList<>();
  private final KernelState state = new KernelState();
  private final CallControl calls = new CallControl();
  private final Roster roster = new Roster(calls);
  private final Journeys journeys = new Journeys();
  private final CallbackBooks kept = new CallbackBooks();
  private final Callers known = new Callers(Acquaintance.NONE, kept, journeys.books());
  private final VoicemailBooks mailboxes = new VoicemailBooks();
  private final Acd acd =
      new Acd(calls, roster, known, new Greeter(mailboxes, calls, journeys.books()));
  private final TalkControl talks =
      new TalkControl(calls, roster, acd, journeys::isBannedForAgents);
  private final FileKeeping files = new FileKeeping();
  private final List<Decider> deciders = new ArrayList<>();
  private final Kernel kernel;
  private final List<Board> boards = new ArrayList<>();
  private long nowMicros = MORNING_MICROS;
  private int callers;

  private ManualSite(List<Decider> more) {
    deciders.addAll(
        List.of(
            calls,
            roster,
            talks,
            new SteeringControl(calls, roster, acd, talks),
            new Desks(roster, acd),
            acd,
            journeys,
            new Callbacks(
                kept, known, calls, acd, journeys, talks.books(), (address, agent) -> false),
            new Voicemails(mailboxes, calls, roster, talks, files),
            new Walls(acd.books()),
            new SupervisionControl(calls, roster, acd, talks.books()),
            new RecordingControl(calls, roster, acd, talks.books(), files),
            files));
    deciders.addAll(more);
    kernel = new Kernel(state, deciders);
  }

  /** A site at work: configured, its node connected, nobody signed in. */
  public static ManualSite atWork(Board... boards) {
    return atWork(List.of(), boards);
  }

  /** The same, with deciders of other modules after the core's. */
  public static ManualSite atWork(List<Decider> more, Board... boards) {
    ManualSite site = new ManualSite(more);
    site.boards.addAll(List.of(boards));
    site.tell(new Started(1, 42));
    site.tell(new CallInput.TrunksRead(List.of(new Trunk(new TrunkId("carrier"), EDGE, 30, 0))));
    site.tell(
        new CallInput.TelephonesRead(
            List.of(
                telephone("t-anna", TelephoneUse.RUNG), telephone("t-ben", TelephoneUse.RUNG))));
    site.tell(new AgentInput.AgentsRead(List.of(profile("anna", "Anna"), profile("ben", "Ben"))));
    site.tell(new QueueInput.QueuesRead(List.of(sales())));
    site.tell(
        new QueueInput.NumbersRead(List.of(new InboundNumber("100", SALES, null, List.of()))));
    site.tell(new CallInput.NodeConnected(EDGE, "22.10.1", MORNING_MICROS - 1_000_000));
    site.tell(new CallInput.NodeListed(EDGE, List.of(), List.of()));
    return site;
  }

  /** Boards of the kind a site has, in UTC. */
  public static Boards newBoards() {
    return new Boards(ZoneId.of("UTC"), System::nanoTime);
  }

  /** Lets the input be decided and the boards read and publish what came of it. */
  public synchronized Answer tell(Input input) {
    Turn turn = new Turn();
    turn.input = input;
    turn.occurredAtMicros = nowMicros;
    turn.recordedAtMicros = nowMicros;
    turn.offeredNanos = System.nanoTime();
    kernel.handle(turn);
    turn.decidedNanos = System.nanoTime();
    facts.addAll(turn.facts);
    commands.addAll(turn.commands);
    for (Board board : boards) {
      turn.facts.forEach(fact -> board.apply(fact.fact(), fact.envelope()));
      board.see(turn);
      board.publish();
    }
    return turn.answer == null ? new Answer.Accepted("") : turn.answer;
  }

  /** Moves the clock on. Nothing happens by that alone. */
  public synchronized void pass(long millis) {
    nowMicros += millis * 1_000;
  }

  /** Now, epoch microseconds. */
  public synchronized long nowMicros() {
    return nowMicros;
  }

  /** A caller rings the queue's number; their leg. */
  public LegId callerArrives() {
    LegId leg = new LegId("asterisk-" + ++callers);
    tell(
        new CallInput.LegArrived(
            EDGE, leg, "inbound", "100", "carrier", new Personal("+4930123456"), null, false));
    tell(new CallInput.LegUp(EDGE, leg));
    return leg;
  }

  /** A leg ends. */
  public void goes(LegId leg) {
    tell(new CallInput.LegGone(EDGE, leg, HangupCause.NORMAL));
  }

  /** The telephone that was rung last rings and is answered; its leg. */
  public LegId telephoneAnswers() {
    LegId leg = last(CallCommand.OriginateLeg.class).leg();
    tell(new CallInput.LegRang(EDGE, leg));
    pass(2_000);
    tell(new CallInput.LegEntered(EDGE, leg));
    return leg;
  }

  /** The last fact of a type. */
  public <F extends Fact> F lastFact(Class<F> type) {
    return type.cast(
        facts.reversed().stream()
            .map(RecordedFact::fact)
            .filter(type::isInstance)
            .findFirst()
            .orElseThrow());
  }

  /** The call that began last. */
  public CallId lastCall() {
    return lastFact(CallFact.CallStarted.class).call();
  }

  /** The queue entry that joined last. */
  public EntryId lastEntry() {
    return lastFact(QueueFact.EntryJoined.class).entry();
  }

  /** Writes what deciders and boards keep in a snapshot. */
  public void snapshot(Consumer<Record> out) {
    Stream.concat(deciders.stream(), boards.stream()).forEach(fold -> fold.snapshot(out));
  }

  /** The one queue of the site. */
  public static Queue sales() {
    return new Queue(
        SALES,
        Strategy.LONGEST_IDLE,
        List.of(ANNA, BEN),
        20_000,
        5_000,
        10_000,
        false,
        300_000,
        Overflow.HANG_UP,
        "default",
        20_000);
  }

  private <C extends Command> C last(Class<C> type) {
    return type.cast(
        commands.reversed().stream().filter(type::isInstance).findFirst().orElseThrow());
  }

  private static Telephone telephone(String id, TelephoneUse use) {
    return new Telephone(new TelephoneId(id), EDGE, use);
  }

  private static AgentProfile profile(String id, @Nullable String name) {
    return new AgentProfile(
        new AgentId(id), Personal.ofNullable(name), id, new TelephoneId("t-" + id));
  }
}
