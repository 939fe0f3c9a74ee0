// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.engine.Engine;
import org.ringmaster.core.engine.InputRecorder;
import org.ringmaster.core.engine.MicroClock;
import org.ringmaster.core.engine.Recovery;
import org.ringmaster.core.engine.SnapshotFollower;
import org.ringmaster.core.engine.SnapshotRhythm;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.journal.FlightRecorder;
import org.ringmaster.core.journal.Journal;
import org.ringmaster.core.journal.JournalException;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.journal.JournalSweeper;
import org.ringmaster.core.journal.RetentionRule;
import org.ringmaster.core.journal.Snapshots;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.core.store.JournalSource;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.core.store.StoreOptions;
import org.ringmaster.dialer.DialerCentre;

/**
 * One process of the platform, as {@code EngineRoom} and {@code StoreRoom} wire it, from the
 * recovery of its journal to its death. Made and run by one thread of a {@link Host}.
 */
final class Life implements AutoCloseable {

  /**
   * What a life is made of.
   *
   * @param factsPerSnapshot how many facts lie between two snapshots
   * @param wire the way to the journey store; null for a life without one
   * @param store where that is
   * @param mayStop whether the engine may stop by itself: its disk fails
   * @param tally is told what the life finds of the one before
   */
  record Setting(
      Path folder,
      FactCodec codec,
      MicroClock clock,
      Breakage breakage,
      long segmentBytes,
      long factsPerSnapshot,
      @Nullable StoreWire wire,
      @Nullable StoreAddress store,
      boolean mayStop,
      Tally tally) {}

  static final int CELL = 1;

  private static final long KEEP_MILLIS = 3_600_000;
  private static final long RECORDER_BYTES = 1 << 20;

  private final Setting setting;
  private final Death death;
  private final Ledger ledger;
  private final JournalOptions options;
  private final Snapshots snapshots;
  private final Centre centre = DialerCentre.centre();
  private final Queue<CallCommand> commands = new ConcurrentLinkedQueue<>();
  private @Nullable FileJournal journal;
  private @Nullable FlightRecorder recorder;
  private @Nullable Engine engine;
  private @Nullable SnapshotFollower follower;
  private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
  private volatile @Nullable JourneyStore openedStore;
  private volatile @Nullable JourneyStore store;

  Life(Setting setting, DyingDisk disk, Death death, Ledger ledger) {
    this.setting = setting;
    this.death = death;
    this.ledger = ledger;
    this.options =
        JournalOptions.in(setting.folder(), CELL)
            .withSegmentBytes(setting.segmentBytes())
            .withRoom(0, 0)
            .withDisk(disk);
    this.snapshots = new Snapshots(options, setting.codec());
  }

  /** Recovers, lets the ledger judge what is there, and starts. */
  void begin() {
    FactCodec codec = setting.codec();
    FileJournal opened = FileJournal.open(options);
    journal = opened;
    if (opened.report().tornBytes() > 0) {
      setting.tally().torn();
    }
    Boards boards = new Boards(ZoneOffset.UTC, System::nanoTime);
    Boards boardCopies = new Boards(ZoneOffset.UTC, System::nanoTime);
    Centre copy = DialerCentre.centre();
    Recovery recovery = new Recovery(options, codec);
    recovery.into(centre, List.of(boards), opened.lastSequence());
    recovery.into(copy, List.of(boardCopies), opened.lastSequence());
    ledger.judge(setting.folder(), opened.lastSequence());
    ledger.judge(centre);
    ledger.judge(copy);
    recorder = new FlightRecorder(options, codec, KEEP_MILLIS, RECORDER_BYTES);
    boolean late = setting.breakage() == Breakage.COMMANDS_BEFORE_SYNC;
    Journal written = late ? new LateJournal(opened) : opened;
    Engine made =
        new Engine(
            centre,
            written,
            new FactFrame(codec),
            ledger.before(InputRecorder.into(recorder)),
            List.of(this::publish),
            List.of(boards),
            setting.clock(),
            failure::complete);
    engine = made;
    follower =
        new SnapshotFollower(
                opened,
                codec,
                snapshots,
                copy,
                List.of(boardCopies),
                SnapshotRhythm.every(setting.factsPerSnapshot()),
                () -> {})
            .start();
    if (setting.wire() != null) {
      Thread.ofPlatform().name("store-start").daemon().start(this::openStore);
    }
    made.start(CELL);
  }

  private void openStore() {
    StoreAddress there =
        Objects.requireNonNull(setting.wire()).through(Objects.requireNonNull(setting.store()));
    StoreOptions core = StoreOptions.ofCore(there, CELL, setting.codec());
    // The tables are there: each life would look for migrations anew.
    StoreOptions wanted =
        new StoreOptions(
            core.address(),
            CELL,
            core.codec(),
            core.projections(),
            List.of(),
            core.factsKeepMillis());
    JourneyStore opened = JourneyStore.open(wanted);
    openedStore = opened;
    death.mustLive();
    opened.follow(new JournalSource(journal(), setting.codec()));
    store = opened;
  }

  /** The outlet: what is here has left the platform. */
  private boolean publish(Command command) {
    if (!(command instanceof CallCommand asked)) {
      return false;
    }
    death.mustLive();
    boolean originates = asked instanceof CallCommand.OriginateLeg;
    if (originates) {
      CrashPoints.reach(CrashPoint.ORIGINATE_BEFORE_SEND);
    }
    ledger.left(command);
    commands.add(asked);
    if (originates) {
      CrashPoints.reach(CrashPoint.ORIGINATE_SENT);
    }
    return true;
  }

  /** A thread of this life is at a point. */
  void reached(CrashPoint point) {
    death.reached(point);
    StoreWire wire = setting.wire();
    if (wire != null) {
      wire.reached(point);
    }
  }

  /** The sockets of a dead process are closed by the system. */
  void sever() {
    StoreWire wire = setting.wire();
    if (wire != null) {
      wire.sever();
    }
  }

  /** Whether neither the process nor, where its disk fails as drawn, the engine has ended. */
  boolean goesOn() {
    return !death.isDead() && !(setting.mayStop() && failure.isDone());
  }

  Engine engine() {
    return Objects.requireNonNull(engine);
  }

  FileJournal journal() {
    return Objects.requireNonNull(journal);
  }

  Centre centre() {
    return centre;
  }

  /** Throws what has stopped the engine, if anything has. */
  void mustRun() {
    Throwable reason = failure.getNow(null);
    if (reason != null) {
      death.mustLive();
      if (setting.mayStop()) {
        death.come(); // the platform ends as it says that it will
        death.mustLive();
      }
      throw new IllegalStateException("the engine has stopped", reason);
    }
  }

  /** Whether a thread may end with this: the disk fails, as drawn, and the platform stops. */
  boolean mayEndBy(Throwable failure) {
    if (!setting.mayStop()) {
      return false;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof JournalException) {
        return true;
      }
    }
    return false;
  }

  /** What has left and not yet been carried out. */
  Queue<CallCommand> commands() {
    return commands;
  }

  /** The store, once it follows the journal. */
  @Nullable JourneyStore store() {
    return store;
  }

  /** Deletes what snapshots and judge have no need of. */
  void sweep(long judgedUpTo) {
    try (JournalSweeper sweeper =
        new JournalSweeper(
            setting.folder(),
            new RetentionRule(0),
            snapshots::oldestSequence,
            () -> judgedUpTo,
            setting.clock()::micros)) {
      sweeper.sweep();
    }
  }

  /** What a follower was told before the death is known outside. */
  void promiseSynced() {
    FileJournal opened = journal;
    if (opened != null) {
      ledger.promise(opened.synced().get());
    }
  }

  /** A clean end, as a signal brings it; after a death: lets go of threads and locks. */
  @Override
  public void close() {
    closeQuietly(engine);
    closeQuietly(follower);
    if (!death.isDead()) {
      closeQuietly(recorder);
    }
    closeQuietly(journal);
    closeQuietly(openedStore);
    closeQuietly(setting.wire());
  }

  private void closeQuietly(@Nullable AutoCloseable part) {
    if (part == null) {
      return;
    }
    try {
      part.close();
    } catch (CrashError dead) {
      // It had something left to write, which is what a death is about.
      death.come();
    } catch (Exception e) {
      if (mayEndBy(e)) {
        return;
      }
      throw new IllegalStateException("a part does not close", e);
    }
  }
}
