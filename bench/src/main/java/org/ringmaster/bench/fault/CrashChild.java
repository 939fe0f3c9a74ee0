// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.crash.CrashPoint;
import org.ringmaster.core.crash.CrashPoints;
import org.ringmaster.core.engine.MicroClock;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.dialer.DialerCentre;
import org.slf4j.LoggerFactory;

/**
 * One life in a process of its own, which really ends: at the point that was chosen, or where a
 * signal finds it. Says on its standard output how far others know of its facts.
 */
public final class CrashChild {
  static final String PASSWORD = "RINGMASTER_CRASH_PASSWORD";
  static final String NOBODY = "-";
  static final int DIED_AT_POINT = 86;
  static final int FOUND = 3;

  private static final int STEPS = 300;
  private static final int ENDLESS = 1_000_000;
  private static final int ARGUMENTS = 8;

  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  private final FactCodec codec = FactCodec.of(DialerCentre.names().build());
  private final Tally tally = new Tally();

  private CrashChild() {}

  /**
   * Lives.
   *
   * @param arguments journal, address and user of the database or {@code -} for none, seed, point
   *     or {@code -}, hits, microseconds that the clock is ahead, number of the first caller
   */
  public static void main(String[] arguments) {
    if (arguments.length != ARGUMENTS) {
      throw new IllegalArgumentException("this is started by bench crash");
    }
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    CrashChild child = new CrashChild();
    try {
      child.live(arguments);
      child.out.println(child.tally.clean() ? "end" : "found " + child.tally.shown());
    } catch (Exception e) {
      e.printStackTrace();
      child.out.println("found " + e);
    }
    Runtime.getRuntime().halt(FOUND);
  }

  private void live(String[] arguments) throws Exception {
    SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[3]));
    CrashPoint point = NOBODY.equals(arguments[4]) ? null : CrashPoint.valueOf(arguments[4]);
    Path folder = Path.of(arguments[0]);
    StoreAddress store = store(arguments);
    long ahead = Long.parseLong(arguments[6]);
    MicroClock system = MicroClock.system();
    MicroClock clock = () -> system.micros() + ahead;
    Fate fate =
        new Fate(
            point,
            Integer.parseInt(arguments[5]),
            PageCache.Loss.NOTHING,
            store != null,
            Trouble.NONE);
    Death death = new Death(point, fate.hits(), () -> Runtime.getRuntime().halt(DIED_AT_POINT));
    DyingDisk disk =
        new DyingDisk(death, folder, Breakage.NONE, fate.trouble(), tally, random.split());
    StoreWire wire =
        store == null ? null : new StoreWire(death, fate.trouble(), tally, random.split());
    Ledger ledger = Ledger.of(codec, tally, promised -> out.println(promised));
    Edge edge = new Edge(tally);
    edge.restarted(clock.micros(), Integer.parseInt(arguments[7]));
    Life life =
        new Life(
            new Life.Setting(
                folder,
                codec,
                clock,
                Breakage.NONE,
                1L << (13 + random.nextInt(3)),
                20 + random.nextInt(100),
                wire,
                store,
                false,
                tally),
            disk,
            death,
            ledger);
    Day day = new Day(life, edge, ledger, death, clock, random.split());
    Troubles troubles = new Troubles(fate.trouble(), store, wire, tally, random.split());
    CrashPoints.watch(life::reached);
    int steps = point == null ? ENDLESS : STEPS;
    new Course(fate, day, troubles, tally, () -> 0, random.nextBoolean(), steps).play(life);
  }

  private static @Nullable StoreAddress store(String[] arguments) {
    return NOBODY.equals(arguments[1])
        ? null
        : new StoreAddress(arguments[1], arguments[2], System.getenv(PASSWORD));
  }
}
