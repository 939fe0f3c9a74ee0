// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.ringmaster.aribridge.transport.AriAnswer;
import org.ringmaster.aribridge.transport.AriReply;
import org.ringmaster.aribridge.transport.AriRequest;
import org.ringmaster.aribridge.transport.AriTransport;

/**
 * Many requests through our transports, a fixed number of them under way: each answer asks the next
 * one on the same transport.
 */
final class Flood {
  private static final long ALL_SECONDS = 50;

  private final List<? extends AriTransport> transports;
  private final int window;
  private final int count;
  private final IntFunction<AriRequest> requests;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private volatile String lastRefusal = "";
  private final CompletableFuture<Boolean> done = new CompletableFuture<>();

  /**
   * Makes a flood.
   *
   * @param window how many are under way on all transports together
   * @param count how many there are in all
   * @param requests the request of each number from 0 on
   */
  Flood(
      List<? extends AriTransport> transports,
      int window,
      int count,
      IntFunction<AriRequest> requests) {
    this.transports = transports;
    this.window = window;
    this.count = count;
    this.requests = requests;
  }

  /** Sends them all and waits for all answers; how many there were in a second. */
  double perSecond() throws Exception {
    long began = System.nanoTime();
    for (int i = 0; i < window; i++) {
      ask(transports.get(i % transports.size()));
    }
    done.get(ALL_SECONDS, TimeUnit.SECONDS);
    return count * 1e9 / (System.nanoTime() - began);
  }

  /** What Asterisk said to the last that it refused, empty if it refused none. */
  String lastRefusal() {
    return lastRefusal;
  }

  /** How many were not answered well. */
  int failed() {
    return failed.get();
  }

  private void ask(AriTransport transport) {
    int number = asked.getAndIncrement();
    if (number < count) {
      transport.send(requests.apply(number), new Next(transport));
    }
  }

  /** Asks the next. */
  private final class Next implements AriReply {
    private final AriTransport transport;

    Next(AriTransport transport) {
      this.transport = transport;
    }

    @Override
    public void answered(AriAnswer answer) {
      if (answer.kind() != AriAnswer.Kind.ANSWERED) {
        done.completeExceptionally(new IllegalStateException("no answer: " + answer));
        return;
      }
      if (!answer.ok()) {
        failed.incrementAndGet();
        lastRefusal = answer.status() + " " + answer.body();
      }
      if (answered.incrementAndGet() == count) {
        done.complete(true);
      } else {
        ask(transport);
      }
    }
  }
}
