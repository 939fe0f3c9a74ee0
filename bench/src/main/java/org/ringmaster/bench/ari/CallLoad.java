// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Callers who arrive at an application at a steady rate, whatever becomes of those before them. */
final class CallLoad {
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final BenchEdge edge;

  CallLoad(BenchEdge edge) {
    this.edge = edge;
  }

  /**
   * Lets callers ring, and returns when the last one has.
   *
   * @param extension where they arrive
   * @param perSecond how many a second
   * @param count how many in all
   * @param meter is told of each and of the instant that was meant for it
   */
  void run(String extension, int perSecond, int count, AnswerMeter meter) throws Exception {
    try (RawSocket socket = new RawSocket(edge.address(), "load");
        ExecutorService reader = Executors.newSingleThreadExecutor()) {
      Future<Integer> refused = reader.submit(() -> refused(socket, count));
      long period = TimeUnit.SECONDS.toNanos(1) / perSecond;
      long began = System.nanoTime();
      for (int i = 0; i < count; i++) {
        long due = began + i * period;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        String channel = "caller-%08d".formatted(NUMBERS.incrementAndGet());
        meter.intends(channel, due);
        socket.send(RawSocket.ascii(RawSocket.request("1", "POST", uri(extension, channel))));
      }
      if (refused.get(30, TimeUnit.SECONDS) > 0) {
        throw new IllegalStateException(refused.get() + " callers could not ring");
      }
    }
  }

  /**
   * The far half of the Local channel arrives under an id of ours; the near half stays a little.
   * Both speak as a trunk does: left to itself a Local channel takes the finest format that there
   * is, and the room's music would be made 192,000 samples a second for each.
   */
  private static String uri(String extension, String channel) {
    return "channels/near-"
        + channel
        + "?otherChannelId="
        + channel
        + "&endpoint=Local%2F"
        + extension
        + "%40"
        + BenchEdge.CONTEXT
        + "&context="
        + BenchEdge.CONTEXT
        + "&extension="
        + BenchEdge.BRIEF
        + "&priority=1&timeout=3&formats=ulaw";
  }

  private static int refused(RawSocket socket, int count) throws Exception {
    int bad = 0;
    for (int i = 0; i < count; i++) {
      String text = socket.answer().text();
      bad += text.contains("\"status_code\":2") ? 0 : 1;
    }
    return bad;
  }
}
