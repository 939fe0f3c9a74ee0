// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.clock;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.engine.MicroClock;

/**
 * Virtual time: a heap of things to do, done one after the other by whoever runs it. Time jumps to
 * the next thing due; things due at one instant are done in the order in which they were planned.
 * Epoch microseconds. Not thread-safe.
 */
public final class Agenda implements MicroClock {

  private long[] dues = new long[1024];
  private long[] orders = new long[1024];
  private @Nullable Runnable[] things = new Runnable[1024];
  private int size;
  private long planned;
  private long nowMicros;

  /** An empty agenda at an instant. */
  public Agenda(long startMicros) {
    nowMicros = startMicros;
  }

  @Override
  public long micros() {
    return nowMicros;
  }

  /** How many things are planned and not done. */
  public int size() {
    return size;
  }

  /** When the next thing is due; {@link Long#MAX_VALUE} when there is none. */
  public long nextDueMicros() {
    return size == 0 ? Long.MAX_VALUE : dues[0];
  }

  /** Plans a thing for an instant; one that has passed means now. */
  public void at(long dueMicros, Runnable thing) {
    if (size == dues.length) {
      grow();
    }
    long due = Math.max(dueMicros, nowMicros);
    long order = ++planned;
    int place = size++;
    while (place > 0) {
      int parent = (place - 1) >>> 1;
      if (dues[parent] <= due) {
        break; // The parent was planned earlier, so it also goes first at one instant.
      }
      move(parent, place);
      place = parent;
    }
    put(place, due, order, thing);
  }

  /** Plans a thing for a while from now. */
  public void after(long micros, Runnable thing) {
    at(nowMicros + Math.max(0, micros), thing);
  }

  /** Does the next thing; false when there is none. */
  public boolean doNext() {
    if (size == 0) {
      return false;
    }
    nowMicros = dues[0];
    Runnable thing = Objects.requireNonNull(things[0]);
    removeFirst();
    thing.run();
    return true;
  }

  /** Does all that is due up to an instant, which then is now. */
  public void runUntil(long micros) {
    while (size > 0 && dues[0] <= micros) {
      doNext();
    }
    nowMicros = Math.max(nowMicros, micros);
  }

  /** Does all that is due within a while, at the end of which is now. */
  public void run(long micros) {
    runUntil(nowMicros + micros);
  }

  private void removeFirst() {
    int last = --size;
    long due = dues[last];
    long order = orders[last];
    Runnable thing = things[last];
    things[last] = null;
    if (last == 0) {
      return;
    }
    int place = 0;
    int child = 1;
    while (child < last) {
      if (child + 1 < last && isBefore(child + 1, dues[child], orders[child])) {
        child++;
      }
      if (!isBefore(child, due, order)) {
        break;
      }
      move(child, place);
      place = child;
      child = 2 * place + 1;
    }
    put(place, due, order, thing);
  }

  private boolean isBefore(int place, long due, long order) {
    return dues[place] < due || (dues[place] == due && orders[place] < order);
  }

  private void move(int from, int to) {
    put(to, dues[from], orders[from], things[from]);
  }

  private void put(int place, long due, long order, @Nullable Runnable thing) {
    dues[place] = due;
    orders[place] = order;
    things[place] = thing;
  }

  private void grow() {
    dues = Arrays.copyOf(dues, size * 2);
    orders = Arrays.copyOf(orders, size * 2);
    things = Arrays.copyOf(things, size * 2);
  }
}
