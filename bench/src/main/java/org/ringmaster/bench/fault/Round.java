// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.engine.MicroClock;
import org.ringmaster.core.store.CoreProjections;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.Projection;
import org.ringmaster.core.store.StoreAddress;

/**
 * Many lives of one platform, one after the other, over one journal, one database and one Asterisk
 * that outlives them all; each is killed at a point that is drawn. Used by one thread.
 */
final class Round {
  /** The points that a platform passes whose Asterisk is a simulated one. */
  static final Set<CrashPoint> POINTS =
      EnumSet.complementOf(
          EnumSet.of(
              CrashPoint.ORIGINATE_BEFORE_SEND,
              CrashPoint.ORIGINATE_SENT,
              CrashPoint.ORIGINATE_ANSWERED));

  private static final List<CrashPoint> ALL = List.copyOf(POINTS);
  private static final int RUNS_PER_AUDIT = 40;
  private static final int AUDITS_PER_VERIFY = 5;
  private static final int MOST_STEPS = 300;
  private static final int OFTEN = 25;
  private static final long DAY_MICROS = TimeUnit.DAYS.toMicros(1);
  private static final Duration CATCH_UP = Duration.ofSeconds(20);

  private final Path folder;
  private final @Nullable StoreAddress address;
  private final FactCodec codec;
  private final Breakage breakage;
  private final Tally tally;
  private final Edge edge;
  private final Ledger ledger;
  private final @Nullable StoreJudge judge;
  private final SplittableRandom random;
  private long aheadMicros;
  private int audits;

  Round(
      Path folder,
      @Nullable StoreAddress address,
      FactCodec codec,
      Breakage breakage,
      long seed,
      Tally tally) {
    this.folder = folder;
    this.address = address;
    this.codec = codec;
    this.breakage = breakage;
    this.tally = tally;
    this.edge = new Edge(tally);
    this.ledger = new Ledger(codec, tally, promised -> {});
    this.judge = address == null ? null : new StoreJudge(address, folder, codec, tally);
    this.random = new SplittableRandom(seed);
  }

  /** So many kills; ends early where something is found. */
  void run(int runs) throws Exception {
    audit();
    if (address != null && breakage == Breakage.CURSOR_OUTSIDE_TRANSACTION) {
      Databases.run(address, CursorOutside.STATEMENTS);
    }
    for (int run = 0; run < runs && tally.clean(); run++) {
      kill(drawn());
      if (run % RUNS_PER_AUDIT == RUNS_PER_AUDIT - 1 && tally.clean()) {
        audit();
      }
    }
    if (tally.clean()) {
      audit();
      verify();
    }
  }

  private void verify() throws SQLException {
    if (judge != null) {
      judge.verify();
    }
  }

  private CrashPoint drawn() {
    CrashPoint point = ALL.get(random.nextInt(ALL.size()));
    return address == null && ofStore(point) ? drawn() : point;
  }

  private static boolean ofStore(CrashPoint point) {
    return point.name().startsWith("STORE_");
  }

  private void kill(CrashPoint point) throws Exception {
    if (point == CrashPoint.RECOVERY_BEFORE_CUT || point == CrashPoint.RECOVERY_PART_CUT) {
      live(CrashPoint.JOURNAL_WRITTEN, 1 + random.nextInt(OFTEN), PageCache.Loss.A_TAIL, false);
    }
    prepare(point);
    boolean store = ofStore(point) || random.nextInt(4) == 0;
    PageCache.Loss[] losses = PageCache.Loss.values();
    PageCache.Loss loss = losses[random.nextInt(losses.length)];
    Death death = live(point, hits(point), loss, store);
    tally.killed(death, point);
  }

  /** Sees to it that a life comes by at points which most do not pass. */
  private void prepare(CrashPoint point) throws SQLException {
    StoreAddress there = address;
    if (there == null) {
      return;
    }
    switch (point) {
      case STORE_PARTITION_MADE -> aheadMicros += DAY_MICROS;
      case STORE_RESET, STORE_CAUGHT_UP -> {
        List<Projection> all = CoreProjections.all();
        String name = all.get(random.nextInt(all.size())).name();
        Databases.run(
            there, "update projections set version = 0 where projection = '" + name + "'");
      }
      default -> {}
    }
  }

  private int hits(CrashPoint point) {
    String name = point.name();
    boolean often =
        name.startsWith("TURN_")
            || name.startsWith("JOURNAL_")
            || name.startsWith("COMMAND")
            || name.equals("RECORDER_TAKEN")
            || name.equals("RECORDER_WRITTEN");
    boolean rare =
        name.startsWith("ROLL_")
            || name.startsWith("RECOVERY_")
            || name.startsWith("SNAPSHOT_BEFORE_PRUNE")
            || name.startsWith("SWEEP_")
            || name.startsWith("STORE_RESET")
            || name.startsWith("STORE_CAUGHT")
            || name.startsWith("RECORDER_BEFORE");
    return rare ? 1 : 1 + random.nextInt(often ? OFTEN : 4);
  }

  private Death live(@Nullable CrashPoint point, int hits, PageCache.Loss loss, boolean store)
      throws Exception {
    Death death = new Death(point, hits, () -> {});
    DyingDisk disk = new DyingDisk(death, folder, breakage, random.split());
    MicroClock clock = clock();
    Life life = life(disk, death, clock, store);
    Day day = new Day(life, edge, ledger, death, clock, random.split());
    Host host = new Host(life, disk, death);
    boolean reconciled = random.nextBoolean();
    host.live(
        alive -> {
          alive.begin(tally);
          day.begin();
          if (reconciled) {
            day.reconcile(tally);
          }
          for (int step = 0; step < MOST_STEPS && !death.isDead(); step++) {
            day.passes();
            if (step % 8 == 7) {
              day.settle();
              alive.sweep(inStore());
            }
            awaitStore(alive, point, step);
          }
        },
        false);
    edge.disconnected();
    deliver(life);
    host.losePower(loss, random);
    return death;
  }

  /** What the judge has found in the store; without one nobody waits for it. */
  private long inStore() {
    return judge == null ? ledger.judgedUpTo() : judge.judgedUpTo();
  }

  /** A store that is to die must have had the time to come up. */
  private static void awaitStore(Life life, @Nullable CrashPoint point, int step)
      throws InterruptedException {
    if (point != null && ofStore(point) && step % 16 == 15) {
      JourneyStore store = life.store();
      if (store != null) {
        boolean unused = store.awaitApplied(life.journal().synced().get(), Duration.ofMillis(200));
      }
    }
  }

  /** What had left is carried out, up to where the dying socket had got. */
  private void deliver(Life life) {
    int left = life.commands().size();
    int delivered = random.nextBoolean() ? left : random.nextInt(left + 1);
    for (int i = 0; i < delivered; i++) {
      CallCommand command = life.commands().poll();
      if (command != null) {
        edge.obey(command);
      }
    }
  }

  private MicroClock clock() {
    long ahead = aheadMicros;
    MicroClock system = MicroClock.system();
    return () -> system.micros() + ahead;
  }

  private Life life(DyingDisk disk, Death death, MicroClock clock, boolean store) {
    Life.Setting setting =
        new Life.Setting(
            folder,
            codec,
            clock,
            breakage,
            1L << (13 + random.nextInt(3)),
            20 + random.nextInt(100),
            store ? address : null);
    return new Life(setting, disk, death, ledger);
  }

  /** A life that nobody kills: the store comes up with the journal, and both are compared. */
  private void audit() throws Exception {
    Death death = new Death(null, 0, () -> {});
    DyingDisk disk = new DyingDisk(death, folder, breakage, random.split());
    MicroClock clock = clock();
    Life life = life(disk, death, clock, true);
    Day day = new Day(life, edge, ledger, death, clock, random.split());
    new Host(life, disk, death)
        .live(
            alive -> {
              alive.begin(tally);
              day.begin();
              day.reconcile(tally);
              if (address != null) {
                catchUp(alive);
              }
            },
            true);
    edge.disconnected();
    disk.release();
    if (judge != null && tally.clean()) {
      judge.judge(life.journal().lastSequence());
    }
    if (++audits % AUDITS_PER_VERIFY == 0) {
      verify();
    }
  }

  private void catchUp(Life life) throws InterruptedException, IOException {
    long end = System.nanoTime() + CATCH_UP.toNanos();
    while (life.store() == null && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
    JourneyStore store = Objects.requireNonNull(life.store(), "no store was opened");
    long last = life.journal().synced().get();
    if (!store.awaitApplied(last, CATCH_UP)) {
      tally.store("the store does not come up with the journal: " + store.progress());
    }
  }
}
