// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
  private static final List<CrashPoint> POINTS = List.of(CrashPoint.values());
  private static final int RUNS_PER_AUDIT = 40;
  private static final int AUDITS_PER_VERIFY = 2;
  private static final int DAMAGES_PER_AUDIT = 8;
  private static final int MOST_STEPS = 300;
  private static final int AT_ONCE_ONE_IN = 40;
  private static final long AWAY_MICROS = TimeUnit.SECONDS.toMicros(3);
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
  private final Damage damage;
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
    this.damage = new Damage(codec, tally, random.split());
  }

  /** So many kills; ends early where something is found. */
  void run(int runs) throws Exception {
    audit();
    if (address != null) {
      Databases.run(address, breakage.inDatabase());
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

  /** So many processes that are really killed, every other one by a signal at any moment. */
  void kill(int processes) throws Exception {
    for (int i = 0; i < processes && tally.clean(); i++) {
      CrashPoint point = i % 2 == 0 ? drawn() : null;
      Fate fate = point == null ? Fate.calm() : Fate.drawn(point, address != null, random);
      if (point != null) {
        prepare(point);
      }
      boolean store = point == null ? random.nextBoolean() : fate.store();
      Killed killed = new Killed(folder, store ? address : null, aheadMicros, random.split());
      killed.live(point, fate.hits());
      ledger.decidedElsewhere();
      ledger.promise(killed.promised());
      edge.restarted(clock().micros(), 0);
      tally.killedProcess(killed.diedAtPoint());
      audit();
    }
  }

  private void verify() throws SQLException {
    if (judge != null) {
      judge.verify();
    }
  }

  private CrashPoint drawn() {
    CrashPoint point = POINTS.get(random.nextInt(POINTS.size()));
    return address == null && Fate.ofStore(point) ? drawn() : point;
  }

  private void kill(CrashPoint point) throws Exception {
    if (point == CrashPoint.RECOVERY_BEFORE_CUT || point == CrashPoint.RECOVERY_PART_CUT) {
      tally.reached(live(Fate.torn(random)));
    }
    prepare(point);
    tally.killed(live(Fate.drawn(point, address != null, random)), point);
  }

  /** Sees to it that a life comes by at points which most do not pass. */
  private void prepare(CrashPoint point) throws Exception {
    if (point == CrashPoint.SWEEP_BEFORE_DELETE) {
      audit(); // what is in the store may go
    }
    StoreAddress there = address;
    if (there == null) {
      return;
    }
    if (breakage.inDatabase().length > 0) {
      return; // its tables are not those that are filled anew
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

  private Death live(Fate fate) throws Exception {
    Death death = new Death(fate.point(), fate.hits(), () -> {});
    DyingDisk disk = new DyingDisk(death, folder, breakage, fate.trouble(), tally, random.split());
    MicroClock clock = clock();
    StoreWire wire = wire(death, fate);
    Life life = life(disk, death, clock, wire, fate.trouble().stopsThePlatform());
    Day day = new Day(life, edge, ledger, death, clock, random.split());
    Troubles troubles = new Troubles(fate.trouble(), address, wire, tally, random.split());
    Host host = new Host(life, disk, death);
    boolean reconciled = random.nextBoolean();
    host.live(new Course(fate, day, troubles, tally, this::inStore, reconciled, MOST_STEPS), false);
    troubles.end();
    edge.disconnected();
    deliver(life);
    host.losePower(fate.loss(), random);
    return death;
  }

  private @Nullable StoreWire wire(Death death, Fate fate) {
    return fate.store() && address != null
        ? new StoreWire(death, fate.trouble(), tally, random.split())
        : null;
  }

  /** What the judge has found in the store; without one nobody waits for it. */
  private long inStore() {
    return judge == null ? ledger.judgedUpTo() : judge.judgedUpTo();
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

  /**
   * A process that was killed comes back some seconds later, now and then at once: what it had
   * asked for may then still be under way, and the next one waits for it.
   */
  private MicroClock clock() {
    aheadMicros += random.nextInt(AT_ONCE_ONE_IN) == 0 ? 0 : AWAY_MICROS;
    long ahead = aheadMicros;
    MicroClock system = MicroClock.system();
    return () -> system.micros() + ahead;
  }

  private Life life(
      DyingDisk disk, Death death, MicroClock clock, @Nullable StoreWire wire, boolean mayStop) {
    Life.Setting setting =
        new Life.Setting(
            folder,
            codec,
            clock,
            breakage,
            1L << (13 + random.nextInt(3)),
            20 + random.nextInt(100),
            wire,
            address,
            mayStop,
            tally);
    return new Life(setting, disk, death, ledger);
  }

  /** A life that nobody kills: the store comes up with the journal, and both are compared. */
  private void audit() throws Exception {
    StoreAddress there = address;
    Fate calm = Fate.calm();
    Death death = new Death(null, 0, () -> {});
    DyingDisk disk = new DyingDisk(death, folder, breakage, calm.trouble(), tally, random.split());
    MicroClock clock = clock();
    Life life = life(disk, death, clock, wire(death, calm), false);
    Day day = new Day(life, edge, ledger, death, clock, random.split());
    new Host(life, disk, death)
        .live(
            alive -> {
              alive.begin();
              day.begin();
              day.reconcile(tally);
              if (there != null) {
                catchUp(alive, there);
              }
            },
            true);
    tally.reached(death);
    edge.disconnected();
    disk.release();
    if (judge != null && tally.clean()) {
      judge.judge(life.journal().lastSequence());
    }
    if (tally.clean()) {
      damage.tryOn(folder, DAMAGES_PER_AUDIT);
    }
    if (++audits % AUDITS_PER_VERIFY == 0) {
      verify();
    }
  }

  private void catchUp(Life life, StoreAddress address)
      throws InterruptedException, IOException, SQLException {
    long end = System.nanoTime() + CATCH_UP.toNanos();
    while (life.store() == null && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
    JourneyStore store = Objects.requireNonNull(life.store(), "no store was opened");
    long last = life.journal().synced().get();
    if (!store.awaitApplied(last, CATCH_UP)) {
      tally.store(
          "the store does not come up with the journal: "
              + store.progress()
              + "; at work: "
              + Databases.atWork(address)
              + "; "
              + Host.stackOf("store-writer"));
    }
  }
}
