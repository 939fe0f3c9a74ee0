// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.crash.CrashPoints;

/**
 * What a process is to its threads: they belong to it, and when it dies none of them lives on. Used
 * by the thread of the sweep.
 */
final class Host {
  private static final long LONGEST_LIFE_MILLIS = 60_000;
  private static final long LOOK_MILLIS = 20;
  private static final long END_MILLIS = 20_000;
  private static final List<String> WORKERS = List.of("life", "ring-", "snapshots", "store-");

  /** A group whose threads may end with an error without telling the world. */
  private static final class Threads extends ThreadGroup {
    private volatile @Nullable Throwable unexpected;

    private final Death death;
    private final Life life;

    Threads(Death death, Life life) {
      super("life");
      this.death = death;
      this.life = life;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
      if (!death.isDead() && unexpected == null && !life.mayEndBy(failure)) {
        unexpected = failure;
      }
    }
  }

  /** What is done in a life. */
  @FunctionalInterface
  interface Script {
    /** Plays it, on a thread of the life. */
    void play(Life life) throws Exception;
  }

  private final Threads threads;
  private final Death death;
  private final DyingDisk disk;
  private final Life life;

  Host(Life life, DyingDisk disk, Death death) {
    this.life = life;
    this.disk = disk;
    this.death = death;
    this.threads = new Threads(death, life);
  }

  /**
   * Lives until the script or the process ends; then nothing of it runs.
   *
   * @param clean whether a script that has come to its end closes the platform as a signal does
   */
  void live(Script script, boolean clean) throws InterruptedException {
    CrashPoints.watch(life::reached);
    try {
      Thread thread =
          new Thread(
              threads,
              () -> {
                try {
                  script.play(life);
                  if (clean) {
                    life.close();
                  }
                } catch (RuntimeException e) {
                  throw e;
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              },
              "life");
      thread.start();
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_LIFE_MILLIS);
      while (thread.isAlive() && !death.await(LOOK_MILLIS)) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("stuck: " + Arrays.toString(thread.getStackTrace()));
        }
      }
    } finally {
      death.come();
      end();
      CrashPoints.watch(null);
    }
    Throwable unexpected = threads.unexpected;
    if (unexpected != null) {
      throw new IllegalStateException("a thread has failed", unexpected);
    }
  }

  private void end() throws InterruptedException {
    life.sever();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(END_MILLIS);
    while (workers() > 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("threads of a dead life go on: " + working());
      }
      threads.interrupt();
      TimeUnit.MICROSECONDS.sleep(200);
    }
    life.close();
    life.promiseSynced();
  }

  private int workers() {
    return working().size();
  }

  private Map<Thread, String> working() {
    Thread[] found = new Thread[threads.activeCount() + 16];
    int count = threads.enumerate(found);
    Map<Thread, String> working = new HashMap<>();
    for (Thread thread : Arrays.asList(found).subList(0, count)) {
      if (WORKERS.stream().anyMatch(thread.getName()::startsWith)) {
        working.put(thread, Arrays.toString(thread.getStackTrace()));
      }
    }
    return working;
  }

  /** Where the threads of a name are, for whoever waits for one of them. */
  static List<String> stackOf(String name) {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().equals(name))
        .map(thread -> Arrays.toString(thread.getValue()))
        .toList();
  }

  /** The machine dies with the process: what the disk had not synced is lost as drawn. */
  void losePower(PageCache.Loss loss, SplittableRandom random) throws IOException {
    disk.release();
    disk.losePower(loss, random);
  }
}
