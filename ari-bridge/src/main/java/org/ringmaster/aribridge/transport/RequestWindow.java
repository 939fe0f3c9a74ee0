// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import io.netty.channel.EventLoop;
import io.netty.util.collection.LongObjectHashMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.ringmaster.aribridge.transport.AriCounters.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests of one connection: a bounded number under way, a bounded queue behind them, a
 * time-out for each. Everything but {@link #submit} runs on the node's event loop.
 */
final class RequestWindow {
  private static final Logger log = LoggerFactory.getLogger(RequestWindow.class);
  private static final long SWEEP_MILLIS = 25;

  private final EventLoop loop;
  private final RequestWire wire;
  private final AriCounters counters;
  private final int maxOutstanding;
  private final int maxWaiting;
  private final ArrayDeque<Pending> first = new ArrayDeque<>();
  private final ArrayDeque<Pending> queue = new ArrayDeque<>();
  private final LongObjectHashMap<Pending> outstanding = new LongObjectHashMap<>();
  private volatile int outstandingCount;
  private volatile int waitingCount;
  private long nextId = 1;
  private boolean sweeping;
  private boolean flushing;
  private boolean fenced;

  RequestWindow(
      EventLoop loop, RequestWire wire, AriCounters counters, int maxOutstanding, int maxWaiting) {
    this.loop = loop;
    this.wire = wire;
    this.counters = counters;
    this.maxOutstanding = maxOutstanding;
    this.maxWaiting = maxWaiting;
  }

  int outstanding() {
    return outstandingCount;
  }

  int waiting() {
    return waitingCount;
  }

  /** Takes a request from any thread. */
  void submit(AriRequest request, AriReply reply, boolean ahead) {
    Pending pending = new Pending(request, reply, System.nanoTime());
    if (loop.inEventLoop()) {
      take(pending, ahead);
      return;
    }
    try {
      loop.execute(() -> take(pending, ahead));
    } catch (RejectedExecutionException ended) {
      answer(pending, AriAnswer.Kind.FENCED);
    }
  }

  private void take(Pending pending, boolean ahead) {
    if (fenced) {
      answer(pending, AriAnswer.Kind.FENCED);
    } else if (!ahead && queue.size() >= maxWaiting) {
      counters.add(Kind.REFUSED);
      answer(pending, AriAnswer.Kind.REFUSED);
    } else {
      (ahead ? first : queue).add(pending);
      dispatch();
      sweepLater();
    }
  }

  /** Sends what may leave now. */
  void dispatch() {
    boolean wrote = false;
    while (outstanding.size() < maxOutstanding && wire.isReady()) {
      Pending next = first.isEmpty() ? queue.poll() : first.poll();
      if (next == null) {
        break;
      }
      next.id = nextId++;
      if (wire.write(next)) {
        outstanding.put(next.id, next);
        counters.add(Kind.REQUESTS);
        wrote = true;
      } else {
        counters.add(Kind.REFUSED);
        answer(next, AriAnswer.Kind.REFUSED);
      }
    }
    publishCounts();
    if (wrote && !flushing) {
      // One flush for all that is asked during this turn of the loop.
      flushing = true;
      loop.execute(this::flush);
    }
  }

  private void flush() {
    flushing = false;
    wire.flush();
  }

  /** Hands an answer to whoever asked; late ones are counted. */
  void complete(long id, int status, String body) {
    Pending pending = outstanding.remove(id);
    if (pending == null) {
      counters.add(Kind.LATE_ANSWERS);
      return;
    }
    counters.add(Kind.ANSWERS);
    long nanos = System.nanoTime() - pending.askedNanos;
    tell(pending, new AriAnswer(AriAnswer.Kind.ANSWERED, status, body, nanos));
    dispatch();
  }

  /** The connection has gone: what had left is uncertain, what waits goes on waiting. */
  void disconnected() {
    List<Pending> lost = new ArrayList<>(outstanding.values());
    lost.sort((a, b) -> Long.compare(a.id, b.id));
    outstanding.clear();
    publishCounts();
    for (Pending pending : lost) {
      counters.add(Kind.DISCONNECTED);
      answer(pending, AriAnswer.Kind.DISCONNECTED);
    }
  }

  /** Sends nothing more. */
  void fence() {
    fenced = true;
    disconnected();
    for (ArrayDeque<Pending> waiting : List.of(first, queue)) {
      while (!waiting.isEmpty()) {
        answer(waiting.poll(), AriAnswer.Kind.FENCED);
      }
    }
    publishCounts();
  }

  private void sweepLater() {
    if (!sweeping) {
      sweeping = true;
      loop.schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void sweep() {
    sweeping = false;
    long now = System.nanoTime();
    List<Pending> expired = new ArrayList<>();
    outstanding.values().removeIf(pending -> expire(pending, now, expired));
    first.removeIf(pending -> expire(pending, now, expired));
    queue.removeIf(pending -> expire(pending, now, expired));
    publishCounts();
    for (Pending pending : expired) {
      counters.add(Kind.TIMED_OUT);
      answer(pending, AriAnswer.Kind.TIMED_OUT);
    }
    dispatch();
    if (!outstanding.isEmpty() || !first.isEmpty() || !queue.isEmpty()) {
      sweepLater();
    }
  }

  private static boolean expire(Pending pending, long now, List<Pending> expired) {
    if (pending.deadlineNanos - now > 0) {
      return false;
    }
    expired.add(pending);
    return true;
  }

  private void answer(Pending pending, AriAnswer.Kind kind) {
    tell(pending, AriAnswer.none(kind, System.nanoTime() - pending.askedNanos));
  }

  private void tell(Pending pending, AriAnswer answer) {
    if (pending.done) {
      return;
    }
    pending.done = true;
    try {
      pending.reply.answered(answer);
    } catch (RuntimeException fault) {
      counters.add(Kind.FAULTS);
      log.error("A reply to {} failed", pending.request, fault);
    }
  }

  private void publishCounts() {
    outstandingCount = outstanding.size();
    waitingCount = first.size() + queue.size();
  }
}
