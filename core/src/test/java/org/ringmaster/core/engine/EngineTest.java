// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journal.DiskRoom;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.journal.Journal;
import org.ringmaster.core.journal.JournalException;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.journal.JournalTail;
import org.ringmaster.core.journal.Snapshots;
import org.ringmaster.core.journal.SyncedSequence;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;

class EngineTest {

  private static final FactCodec CODEC = FactCodec.of(Centre.names().build());
  private static final NodeId EDGE = new NodeId("edge");
  private static final AgentId ALICE = new AgentId("alice");
  private static final TelephoneId PHONE = new TelephoneId("1001");

  @TempDir Path folder;

  private final BlockingQueue<Command> sent = new LinkedBlockingQueue<>();
  private MicroClock clock = MicroClock.system();
  private final CompletableFuture<Throwable> failure = new CompletableFuture<>();

  @Test
  void aRequestIsAnsweredAfterItsFactsAreSynced() throws Exception {
    try (Journal journal = FileJournal.open(options());
        Engine engine = engine(new Centre(List.of()), journal)) {
      configure(engine, TelephoneUse.RUNG);

      Answer answer = ask(engine, new AgentInput.SignIn(ALICE, null));

      assertInstanceOf(Answer.Accepted.class, answer);
      assertEquals(journal.lastSequence(), journal.synced().get());
      assertInstanceOf(Answer.Refused.class, ask(engine, new AgentInput.SignIn(ALICE, null)));
    }
  }

  @Test
  void commandsLeaveOnlyAfterTheirFactsAreSynced() throws Exception {
    try (Journal journal = FileJournal.open(options())) {
      BlockingQueue<Long> syncedAtCommand = new LinkedBlockingQueue<>();
      Outlet outlet =
          command -> {
            if (!(command instanceof CallCommand.Beat)) {
              syncedAtCommand.add(journal.synced().get());
              sent.add(command);
            }
            return true;
          };
      try (Engine engine = engine(new Centre(List.of()), journal, List.of(outlet))) {
        configure(engine, TelephoneUse.OPEN);

        ask(engine, new AgentInput.SignIn(ALICE, null));

        CallCommand.OriginateLeg ring =
            assertInstanceOf(CallCommand.OriginateLeg.class, sent.poll(5, TimeUnit.SECONDS));
        long born = Long.parseLong(ring.leg().value().substring(11));
        assertTrue(syncedAtCommand.remove() >= born, "the leg's own fact was synced");
      }
    }
  }

  @Test
  void aRestartGivesTheSameStateFromFactsAloneAndFromASnapshot() throws Exception {
    Centre live = new Centre(List.of());
    try (Journal journal = FileJournal.open(options());
        Engine engine = engine(live, journal);
        SnapshotFollower follower = follower(journal)) {
      configure(engine, TelephoneUse.OPEN);
      ask(engine, new AgentInput.SignIn(ALICE, null));
      awaitSnapshot(follower);
    }
    Centre restored = new Centre(List.of());
    long afterSnapshot =
        new Recovery(options(), CODEC).into(restored, List.of(), live.state().lastSequence());
    Centre replayed = replayAll();

    assertTrue(afterSnapshot < live.state().lastSequence(), "a snapshot was used");
    assertEquals(live.hash(CODEC), restored.hash(CODEC));
    assertEquals(live.hash(CODEC), replayed.hash(CODEC));
    AgentState state =
        java.util.Objects.requireNonNull(restored.roster().books().agent(ALICE)).state();
    assertEquals(AgentState.SIGNING_IN, state);
  }

  @Test
  void factsOfSeveralShortRunsTogetherMakeASnapshot() throws Exception {
    long firstRun = 0;
    for (int run = 0; run < 2; run++) {
      Centre centre = new Centre(List.of());
      try (FileJournal journal = FileJournal.open(options())) {
        long applied =
            new Recovery(options(), CODEC).into(centre, List.of(), journal.lastSequence());
        assertEquals(firstRun, applied, "no snapshot yet");
        try (Engine engine = engine(centre, journal);
            SnapshotFollower follower = follower(journal, run == 0 ? 1_000 : firstRun + 1)) {
          configure(engine, TelephoneUse.RUNG);
          ask(engine, new AgentInput.SignIn(ALICE, null));
          firstRun = journal.lastSequence();
          if (run == 1) {
            awaitSnapshot(follower);
          }
        }
      }
    }
  }

  @Test
  void everyStartOpensANewEpoch() throws Exception {
    long[] epochs = new long[2];
    for (int run = 0; run < 2; run++) {
      Centre centre = new Centre(List.of());
      try (FileJournal journal = FileJournal.open(options())) {
        new Recovery(options(), CODEC).into(centre, List.of(), journal.lastSequence());
        try (Engine engine = engine(centre, journal)) {
          ask(engine, new AgentInput.SignIn(ALICE, null));
        }
      }
      epochs[run] = centre.state().epoch();
    }
    assertTrue(epochs[1] > epochs[0]);
  }

  @Test
  void aFailingDiskStopsTheEngineAndLetsNoCommandOut() throws Exception {
    try (Engine engine = engine(new Centre(List.of()), new FailingJournal())) {
      engine.inlet().offer(new CallInput.ListingDue(EDGE), 0);

      assertInstanceOf(JournalException.class, failure.get(5, TimeUnit.SECONDS));
      assertTrue(sent.isEmpty());
    }
  }

  @Test
  void remindersThatAreAskedForWhileItEndsDoNotStopIt() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    Outlet slow =
        command -> {
          try {
            return gate.await(5, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    try (Journal journal = FileJournal.open(options())) {
      Engine engine =
          engine(
              new Centre(List.of(new Reminding(TimeUnit.HOURS.toMicros(1)))),
              journal,
              List.of(slow));
      CompletableFuture<Answer> asked = engine.inlet().ask(new CallInput.ListingDue(EDGE));

      Thread closing = Thread.ofPlatform().start(engine::close);
      assertInstanceOf(Answer.Refused.class, asked.get(5, TimeUnit.SECONDS), "it is ending");
      gate.countDown();

      assertTrue(closing.join(Duration.ofSeconds(5)), "it has ended");
      assertFalse(failure.isDone(), () -> "" + failure.resultNow());
    }
  }

  @Test
  void aReminderComesInItsTimeThoughTheMachinesClockIsSetBackMeanwhile() throws Exception {
    AtomicLong setBack = new AtomicLong();
    MicroClock wall = MicroClock.system();
    clock = new SteadyClock(() -> wall.micros() - setBack.get(), System::nanoTime);
    Reminding soon = new Reminding(TimeUnit.MILLISECONDS.toMicros(50));
    try (Journal journal = FileJournal.open(options());
        Engine engine = engine(new Centre(List.of(soon)), journal)) {
      engine.inlet().ask(new CallInput.ListingDue(EDGE)).get(5, TimeUnit.SECONDS);

      setBack.set(TimeUnit.HOURS.toMicros(1));

      assertTrue(soon.again.await(5, TimeUnit.SECONDS));
    }
  }

  @Test
  void whatTheMachinesClockShowsComesWithEachInput() throws Exception {
    AtomicLong setBack = new AtomicLong();
    MicroClock wall = MicroClock.system();
    clock = new SteadyClock(() -> wall.micros() - setBack.get(), System::nanoTime);
    Reminding reminding = new Reminding(TimeUnit.HOURS.toMicros(1));
    try (Journal journal = FileJournal.open(options());
        Engine engine = engine(new Centre(List.of(reminding)), journal)) {
      engine.inlet().ask(new CallInput.ListingDue(EDGE)).get(5, TimeUnit.SECONDS);
      assertEquals(0, TimeUnit.MICROSECONDS.toMinutes(reminding.aheadMicros));

      setBack.set(TimeUnit.HOURS.toMicros(2));

      engine.inlet().ask(new CallInput.ListingDue(EDGE)).get(5, TimeUnit.SECONDS);
      assertEquals(120, Math.round(reminding.aheadMicros / 60e6));
    }
  }

  @Test
  void aStageThatIsInterruptedWhileItWaitsStopsTheEngineAndSaysSo() throws Exception {
    try (Journal journal = FileJournal.open(options());
        Engine engine = engine(new Centre(List.of()), journal)) {
      configure(engine, TelephoneUse.RUNG);
      ask(engine, new AgentInput.SignIn(ALICE, null));

      Thread.getAllStackTraces().keySet().stream()
          .filter(thread -> thread.getName().equals("ring-0"))
          .forEach(Thread::interrupt);

      assertInstanceOf(InterruptedException.class, failure.get(5, TimeUnit.SECONDS));
    }
  }

  private JournalOptions options() {
    return JournalOptions.in(folder, 1).withSegmentBytes(1 << 20).withRoom(0, 0);
  }

  private void configure(Engine engine, TelephoneUse use) {
    engine.inlet().offer(new CallInput.TelephonesRead(List.of(new Telephone(PHONE, EDGE, use))), 0);
    engine
        .inlet()
        .offer(new AgentInput.AgentsRead(List.of(new AgentProfile(ALICE, null, "201", PHONE))), 0);
    engine.inlet().offer(new CallInput.NodeConnected(EDGE, "22", 1), 0);
  }

  private static Answer ask(Engine engine, AgentInput input) throws Exception {
    return engine.inlet().ask(input).get(5, TimeUnit.SECONDS);
  }

  private Engine engine(Centre centre, Journal journal) {
    return engine(centre, journal, List.of(sent::add));
  }

  private Engine engine(Centre centre, Journal journal, List<Outlet> outlets) {
    Engine engine =
        new Engine(
            centre,
            journal,
            new FactFrame(CODEC),
            InputRecorder.OFF,
            outlets,
            List.of(),
            clock,
            failure::complete);
    engine.start(1);
    return engine;
  }

  private SnapshotFollower follower(Journal journal) {
    return follower(journal, 3);
  }

  private SnapshotFollower follower(Journal journal, long everyFacts) {
    Snapshots snapshots = new Snapshots(options(), CODEC);
    Centre copy = new Centre(List.of());
    return new SnapshotFollower(
            journal,
            CODEC,
            snapshots,
            copy,
            List.of(),
            SnapshotRhythm.every(everyFacts),
            () -> new Recovery(options(), CODEC).snapshotInto(copy, List.of(), Long.MAX_VALUE))
        .start();
  }

  private static void awaitSnapshot(SnapshotFollower follower) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (follower.lastSnapshot() == 0 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertTrue(follower.lastSnapshot() > 0, "a snapshot was written");
  }

  private Centre replayAll() {
    Centre centre = new Centre(List.of());
    FactFrame frame = new FactFrame(CODEC);
    try (var reader = new org.ringmaster.core.journal.JournalReader(folder, 1)) {
      while (reader.next()) {
        centre.replay(frame.decode(reader.sequence(), reader.payload()));
      }
    }
    return centre;
  }

  /** Asks for a command and then to be reminded. */
  private static final class Reminding implements Decider {

    private final long inMicros;
    private final CountDownLatch again = new CountDownLatch(2);
    private volatile long aheadMicros;

    Reminding(long inMicros) {
      this.inMicros = inMicros;
    }

    @Override
    public void decide(Input input, Decision decision) {
      if (input instanceof CallInput.ListingDue due) {
        again.countDown();
        aheadMicros = decision.nowMicros() - decision.wallMicros();
        decision.ask(new CallCommand.ListNode(due.node()));
        decision.remindAt(decision.nowMicros() + inMicros, input);
      }
    }

    @Override
    public void react(Fact fact, Decision decision) {}

    @Override
    public void apply(Fact fact, Envelope envelope) {}

    @Override
    public void snapshot(Consumer<Record> out) {}

    @Override
    public void restore(Record entity) {}
  }

  /** A journal on a disk that fails at the first sync. */
  private static final class FailingJournal implements Journal {

    @Override
    public void append(long sequence, ByteBuffer payload) {}

    @Override
    public void append(long sequence, ByteBuffer payload, boolean goesOn) {}

    @Override
    public long sync() {
      throw new JournalException("disk failed");
    }

    @Override
    public long lastSequence() {
      return 0;
    }

    @Override
    public SyncedSequence synced() {
      throw new UnsupportedOperationException();
    }

    @Override
    public DiskRoom room() {
      return DiskRoom.AMPLE;
    }

    @Override
    public JournalTail tail(long fromSequence) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
