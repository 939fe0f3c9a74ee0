// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.Intake;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.engine.Engine;
import org.ringmaster.core.engine.Inlet;
import org.ringmaster.core.engine.InputRecorder;
import org.ringmaster.core.engine.Outlet;
import org.ringmaster.core.engine.Recovery;
import org.ringmaster.core.engine.SnapshotFollower;
import org.ringmaster.core.engine.SnapshotRhythm;
import org.ringmaster.core.engine.SteadyClock;
import org.ringmaster.core.journal.DiskRoom;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.journal.FlightRecorder;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.journal.JournalSweeper;
import org.ringmaster.core.journal.RetentionRule;
import org.ringmaster.core.journal.SegmentFile;
import org.ringmaster.core.journal.SnapshotAlbum;
import org.ringmaster.core.journal.Snapshots;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.board.CampaignBoard;
import org.ringmaster.dialer.board.CampaignMemory;
import org.ringmaster.dialer.board.ListBoard;
import org.ringmaster.dialer.load.LeadFolder;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.JournalSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Journal, state, boards and the ring over them: opened, recovered, then running. */
final class EngineRoom implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EngineRoom.class);

  /** Until then nodes are listed and the store catches up, and both have nothing to wait for. */
  private static final long SNAPSHOTS_AFTER_MILLIS = 5_000;

  private static final long RECORDER_MAX_BYTES = 4L << 30;

  private final FactCodec codec = FactCodec.of(DialerCentre.names().build());
  private final SteadyClock clock = SteadyClock.system();
  private final CompletableFuture<Engine> started = new CompletableFuture<>();
  private final Boards boards = new Boards(ZoneId.systemDefault(), System::nanoTime);
  private final LeadFolder leads;
  private final ListBoard lists;
  private final CampaignBoard campaigns = new CampaignBoard();
  private final JournalOptions options;
  private final Centre centre;
  private final Recovery recovery;
  private final SnapshotAlbum album;
  private final Snapshots snapshots;
  private final FileJournal journal;
  private final FlightRecorder recorder;
  private final Engine engine;
  private final SnapshotFollower follower;
  private final RetentionRule retention;
  private long recoveryNanos;

  /**
   * Opens the journal and gets the ring ready; {@link #recover} and {@link #start} follow, on the
   * same thread.
   *
   * @throws org.ringmaster.core.journal.JournalException where another instance has the journal, or
   *     it cannot be read
   */
  EngineRoom(
      Configuration configuration,
      Path folder,
      List<Outlet> outlets,
      Consumer<Throwable> onFailure) {
    long begun = System.nanoTime();
    JournalSettings settings = configuration.journal();
    int cell = configuration.cell().number();
    options =
        JournalOptions.in(folder.resolve(settings.folder()), cell)
            .withSegmentBytes(settings.segmentBytes());
    leads = LeadFolder.beside(options);
    lists = new ListBoard(leads);
    centre = DialerCentre.centre(leads);
    recovery = new Recovery(options, codec);
    recovery.begin();
    journal = FileJournal.open(options, this::roomChanged);
    LOG.info("{}", journal.report().sentence());
    album =
        new SnapshotAlbum(
            options, codec, SnapshotAlbum.USUAL_FACTS, configuration.store().keepMillis());
    snapshots = new Snapshots(options, codec, album);
    snapshots.forgetUnfinished();
    retention = new RetentionRule(settings.keepMillis());
    recorder = new FlightRecorder(options, codec, settings.inputsKeepMillis(), RECORDER_MAX_BYTES);
    recorder.switchOn(settings.inputs());
    engine =
        new Engine(
            centre,
            journal,
            new FactFrame(codec),
            InputRecorder.into(recorder),
            outlets,
            List.of(boards, lists, campaigns),
            clock,
            onFailure);
    Centre copy = DialerCentre.centre(leads);
    // Only those that remember what no decider does.
    List<Board> boardCopies =
        List.of(new Boards(ZoneId.systemDefault(), System::nanoTime), new CampaignMemory());
    follower =
        new SnapshotFollower(
            journal,
            codec,
            snapshots,
            copy,
            boardCopies,
            SnapshotRhythm.USUAL,
            () -> {
              codec.prepare();
              recovery.snapshotInto(copy, boardCopies, journal.synced().get());
            });
    recoveryNanos = System.nanoTime() - begun;
  }

  /** Brings state and boards back to the journal's last fact. */
  void recover() {
    long begun = System.nanoTime();
    long last = journal.lastSequence();
    long applied = recovery.into(centre, List.of(boards, lists, campaigns), last);
    clock.notBefore(centre.state().lastRecordedAtMicros());
    recoveryNanos += System.nanoTime() - begun;
    LOG.info(
        "recovered to fact {}, {} after the snapshot, in {} ms",
        last,
        applied,
        TimeUnit.NANOSECONDS.toMillis(recoveryNanos));
  }

  /** How long it took to open the journal and to bring everything back, in nanoseconds. */
  long recoveryNanos() {
    return recoveryNanos;
  }

  /** Starts the ring, and the making of snapshots behind it. */
  void start(int cell) {
    engine.start(cell);
    started.complete(engine);
    follower.startAfter(SNAPSHOTS_AFTER_MILLIS);
  }

  /** Where inputs enter. */
  Inlet inlet() {
    return engine.inlet();
  }

  /** The platform's clock. */
  SteadyClock clock() {
    return clock;
  }

  /** What people look at. */
  Boards boards() {
    return boards;
  }

  /** Where the leads of lists are kept. */
  LeadFolder leads() {
    return leads;
  }

  /** The lists that are loaded. */
  ListBoard lists() {
    return lists;
  }

  /** Outbound work. */
  CampaignBoard campaigns() {
    return campaigns;
  }

  /** Snapshots of the past. */
  SnapshotAlbum album() {
    return album;
  }

  /** The names of all records. */
  FactCodec codec() {
    return codec;
  }

  /** What the store follows. */
  FileJournal journal() {
    return journal;
  }

  /** The sequence of the oldest fact that the journal still has; 1 where it is empty. */
  long oldestSequence() {
    return journal.segments().stream().mapToLong(SegmentFile::firstSequence).min().orElse(1);
  }

  /** How many inputs have found the ring full. */
  long spilledInputs() {
    return engine.spilledInputs();
  }

  /** What makes the snapshots. */
  SnapshotFollower follower() {
    return follower;
  }

  /** What deletes segments that snapshots and store have and that are old enough. */
  JournalSweeper sweeper(LongSupplier storedSequence) {
    return new JournalSweeper(
        options.folder(), retention, snapshots::oldestSequence, storedSequence, clock::micros);
  }

  /** No stage of the ring may offer into it, so the word goes through a thread of its own. */
  private void roomChanged(DiskRoom room) {
    Intake intake =
        room.allowsInbound()
            ? room.allowsOutbound() ? Intake.OPEN : Intake.NO_OUTBOUND
            : Intake.CLOSED;
    started.thenAcceptAsync(
        running -> running.inlet().offer(new CallInput.IntakeChanged(intake), clock.micros()));
  }

  @Override
  public void close() {
    engine.close();
    follower.close();
    recorder.close();
    journal.close();
  }
}
