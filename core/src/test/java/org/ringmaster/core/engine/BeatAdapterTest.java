// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journal.DiskRoom;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.journal.Journal;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.journal.JournalTail;
import org.ringmaster.core.journal.SyncedSequence;
import org.ringmaster.core.kernel.Command;

class BeatAdapterTest {

  private static final FactCodec CODEC = FactCodec.of(Centre.names().build());
  private static final NodeId EDGE = new NodeId("edge");
  private static final long PERIOD_MILLIS = 5;
  private static final long HANGS_AT_MOST_SECONDS = 5;
  private static final long MANY_PERIODS_MILLIS = 200;

  @TempDir Path folder;

  private final BlockingQueue<Command> sent = new LinkedBlockingQueue<>();

  @Test
  void thePlatformBeatsUntilItsJournalHangsAndAgainWhenItGoesOn() throws Exception {
    JournalOptions options = JournalOptions.in(folder, 1).withSegmentBytes(1 << 20).withRoom(0, 0);
    try (FileJournal file = FileJournal.open(options);
        HangingJournal journal = new HangingJournal(file);
        Engine engine =
            new Engine(
                new Centre(List.of()),
                journal,
                new FactFrame(CODEC),
                InputRecorder.OFF,
                List.of(sent::add),
                List.of(),
                MicroClock.system(),
                failure -> {});
        BeatAdapter beat = new BeatAdapter(engine.inlet())) {
      engine.start(1);
      engine.inlet().offer(new CallInput.NodeConnected(EDGE, "22", 1), 0);
      beat.start(PERIOD_MILLIS);
      for (int i = 0; i < 3; i++) {
        assertInstanceOf(CallCommand.Beat.class, sent.poll(5, TimeUnit.SECONDS));
      }

      journal.hang();
      engine.inlet().offer(new CallInput.NodeConnected(EDGE, "22", 2), 0);
      assertTrue(journal.hangs(), "the journal waits for its disk");
      sent.clear();
      assertNull(sent.poll(MANY_PERIODS_MILLIS, TimeUnit.MILLISECONDS), "no beat gets through");
      journal.goOn();
      assertNotNull(sent.poll(5, TimeUnit.SECONDS), "it beats again");
    }
  }

  /** A journal whose disk stops answering when a test says so. */
  private static final class HangingJournal implements Journal {

    private final Journal below;
    private final CountDownLatch goesOn = new CountDownLatch(1);
    private final CountDownLatch hangs = new CountDownLatch(1);
    private volatile @Nullable CountDownLatch waitsFor;

    HangingJournal(Journal below) {
      this.below = below;
    }

    void hang() {
      waitsFor = goesOn;
    }

    boolean hangs() throws InterruptedException {
      return hangs.await(5, TimeUnit.SECONDS);
    }

    void goOn() {
      goesOn.countDown();
    }

    @Override
    public void append(long sequence, ByteBuffer payload) {
      below.append(sequence, payload);
    }

    @Override
    public void append(long sequence, ByteBuffer payload, boolean turnGoesOn) {
      below.append(sequence, payload, turnGoesOn);
    }

    @Override
    public long sync() {
      CountDownLatch wait = waitsFor;
      if (wait != null) {
        hangs.countDown();
        try {
          wait.await(HANGS_AT_MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return below.sync();
    }

    @Override
    public long lastSequence() {
      return below.lastSequence();
    }

    @Override
    public SyncedSequence synced() {
      return below.synced();
    }

    @Override
    public DiskRoom room() {
      return below.room();
    }

    @Override
    public JournalTail tail(long fromSequence) {
      return below.tail(fromSequence);
    }

    @Override
    public void close() {
      goOn();
    }
  }
}
