// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.ringmaster.core.kernel.Input;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands inputs to the engine in order. When the engine's ring is full they are kept here and
 * offered again, with an alarm: the socket must be read on, else Asterisk closes it. Runs on the
 * node's event loop.
 */
final class InputSpill {
  private static final Logger log = LoggerFactory.getLogger(InputSpill.class);
  private static final long RETRY_MILLIS = 2;

  private record Kept(Input input, long occurredAtMicros) {}

  private final EventLoop loop;
  private final InputSink sink;
  private final ArrayDeque<Kept> kept = new ArrayDeque<>();
  private volatile int depth;
  private volatile long spilled;

  InputSpill(EventLoop loop, InputSink sink) {
    this.loop = loop;
    this.sink = sink;
  }

  /** How many inputs are kept now; any thread. */
  int depth() {
    return depth;
  }

  /** How many had to be kept so far; any thread. */
  long spilled() {
    return spilled;
  }

  void offer(Input input, long occurredAtMicros) {
    if (kept.isEmpty() && sink.offer(input, occurredAtMicros)) {
      return;
    }
    if (kept.isEmpty()) {
      log.error("The engine's ring is full: inputs are kept aside until it has room");
      loop.schedule(this::drain, RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }
    kept.add(new Kept(input, occurredAtMicros));
    depth = kept.size();
    spilled = spilled + 1;
  }

  private void drain() {
    Kept next = kept.peek();
    while (next != null && sink.offer(next.input(), next.occurredAtMicros())) {
      kept.poll();
      next = kept.peek();
    }
    depth = kept.size();
    if (next != null) {
      loop.schedule(this::drain, RETRY_MILLIS, TimeUnit.MILLISECONDS);
    } else {
      log.warn("The engine's ring has room again; {} inputs had to wait so far", spilled);
    }
  }
}
