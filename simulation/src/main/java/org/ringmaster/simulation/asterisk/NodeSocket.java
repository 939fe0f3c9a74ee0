// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.simulation.clock.Agenda;

/**
 * Our end of the socket of one application: connects again whenever it is lost, lets a bounded
 * number of requests be under way, and gives each a time-out.
 */
final class NodeSocket {

  private static final int MAX_OUTSTANDING = 64;
  private static final long PING_MICROS = 1_000_000;
  private static final int MAX_WAITING = 10_000;
  private static final long FIRST_BACKOFF_MICROS = 20_000;
  private static final long LAST_BACKOFF_MICROS = 2_000_000;
  private static final long STABLE_MICROS = 1_000_000;

  /** Who hears. */
  interface Listener {
    void onUp();

    void onTold(Link.Back thing);

    void onDown();
  }

  private final SimulatedAsterisk asterisk;
  private final Wire.Rules rules;
  private final Listener listener;
  private final Agenda agenda;
  private final ArrayDeque<Request> first = new ArrayDeque<>();
  private final ArrayDeque<Request> queue = new ArrayDeque<>();
  private final ArrayDeque<Request> outstanding = new ArrayDeque<>();
  private @Nullable Link link;
  private int underWay;
  private long nextBackoffMicros = FIRST_BACKOFF_MICROS;
  private long upSinceMicros;
  private long awayUntilMicros;
  private long sweepAtMicros = Long.MAX_VALUE;
  private long heardMicros;
  private boolean ended;

  /** A socket that is down. */
  NodeSocket(SimulatedAsterisk asterisk, Wire.Rules rules, Listener listener) {
    this.asterisk = asterisk;
    this.rules = rules;
    this.listener = listener;
    agenda = asterisk.agenda;
  }

  void start() {
    agenda.after(
        3 * asterisk.timing.oneWay().drawMicros(asterisk.draws, agenda.micros()), this::connect);
  }

  private void connect() {
    if (ended || link != null) {
      return;
    }
    if (agenda.micros() < awayUntilMicros || !asterisk.isRunning()) {
      retry();
      return;
    }
    Link made = new Link(asterisk, rules, this);
    link = made;
    upSinceMicros = agenda.micros();
    listener.onUp();
    dispatch();
  }

  /** What happens in the application is told on this connection from now on, and on no other. */
  void subscribe() {
    if (link != null) {
      asterisk.connect(link);
    }
  }

  private void retry() {
    agenda.after(nextBackoffMicros, this::connect);
    nextBackoffMicros = Math.min(LAST_BACKOFF_MICROS, nextBackoffMicros * 2);
  }

  /** The connection ends as both sides see at once; none can be made for a while. */
  void cut(long awayMicros) {
    Link lost = link;
    if (lost != null && agenda.micros() >= awayUntilMicros) {
      heardMicros = Math.max(heardMicros, lastWordMicros());
    }
    awayUntilMicros = Math.max(awayUntilMicros, agenda.micros() + awayMicros);
    if (lost != null) {
      asterisk.disconnect(lost);
      down();
    }
  }

  /** Nothing passes for a while, and nobody is told: it is noticed after so long without a word. */
  void silence(long awayMicros, long noticedAfterMicros) {
    awayUntilMicros = Math.max(awayUntilMicros, agenda.micros() + awayMicros);
    Link silent = link;
    if (silent == null) {
      return;
    }
    heardMicros = Math.max(heardMicros, lastWordMicros());
    silent.stallUntil(awayUntilMicros);
    if (awayMicros > noticedAfterMicros) {
      agenda.after(
          noticedAfterMicros,
          () -> {
            if (link == silent) {
              down();
            }
          });
    }
  }

  /** Ends the connection, which is made again. */
  void reconnect() {
    cut(0);
  }

  /** Ends for good. Calls go on in Asterisk. */
  void end(Answered.Kind why) {
    ended = true;
    Link last = link;
    link = null;
    if (last != null) {
      last.close();
      agenda.after(
          asterisk.timing.oneWay().drawMicros(asterisk.draws, agenda.micros()),
          () -> asterisk.disconnect(last));
    }
    if (why == Answered.Kind.FENCED) {
      answerAll(outstanding, Answered.Kind.DISCONNECTED);
      answerAll(first, why);
      answerAll(queue, why);
    }
  }

  private void down() {
    Link lost = link;
    if (lost == null) {
      return;
    }
    lost.close();
    link = null;
    underWay = 0;
    if (agenda.micros() - upSinceMicros >= STABLE_MICROS) {
      nextBackoffMicros = FIRST_BACKOFF_MICROS;
    }
    answerAll(outstanding, Answered.Kind.DISCONNECTED);
    listener.onDown();
    retry();
  }

  private static void answerAll(ArrayDeque<Request> requests, Answered.Kind kind) {
    List<Request> all = new ArrayList<>(requests);
    requests.clear();
    all.forEach(request -> request.answer(Answered.never(kind)));
  }

  // Requests.

  void send(Request request) {
    take(request, false);
  }

  /** Goes before all that waits. */
  void sendFirst(Request request) {
    take(request, true);
  }

  private void take(Request request, boolean ahead) {
    if (ended) {
      request.answer(Answered.never(Answered.Kind.FENCED));
      return;
    }
    if (!ahead && queue.size() >= MAX_WAITING) {
      request.answer(Answered.never(Answered.Kind.REFUSED));
      return;
    }
    (ahead ? first : queue).add(request);
    dispatch();
    sweepAt(request.deadlineMicros);
  }

  private void dispatch() {
    while (link != null && underWay < MAX_OUTSTANDING) {
      Request next = first.isEmpty() ? queue.poll() : first.poll();
      if (next == null) {
        return;
      }
      underWay++;
      outstanding.add(next);
      link.send(next);
    }
  }

  /** When the last word came, on the agenda's clock. */
  long heardMicros() {
    return heardMicros;
  }

  /** A socket that holds is pinged once a second while nothing else is said: that long ago. */
  private long lastWordMicros() {
    return agenda.micros() - PING_MICROS;
  }

  void cameBack(Link.Back thing) {
    heardMicros = agenda.micros();
    switch (thing) {
      case Link.Back.Answer answer -> answered(answer.request(), answer.answer());
      case Link.Back.Closed closed -> down();
      default -> listener.onTold(thing);
    }
  }

  private void answered(Request request, Answered answer) {
    if (request.done) {
      return; // Late, or told twice.
    }
    underWay--;
    request.answer(answer);
    while (!outstanding.isEmpty() && outstanding.element().done) {
      outstanding.remove();
    }
    dispatch();
  }

  private void sweepAt(long dueMicros) {
    if (dueMicros < sweepAtMicros) {
      sweepAtMicros = dueMicros;
      agenda.at(dueMicros, this::sweep);
    }
  }

  private void sweep() {
    long now = agenda.micros();
    if (now < sweepAtMicros || ended) {
      return;
    }
    sweepAtMicros = Long.MAX_VALUE;
    List<Request> expired = new ArrayList<>();
    underWay -= expire(outstanding, now, expired);
    expire(first, now, expired);
    expire(queue, now, expired);
    expired.forEach(request -> request.answer(Answered.never(Answered.Kind.TIMED_OUT)));
    dispatch();
    long next = Long.MAX_VALUE;
    for (ArrayDeque<Request> line : List.of(outstanding, first, queue)) {
      for (Request request : line) {
        next = Math.min(next, request.deadlineMicros);
      }
    }
    if (next != Long.MAX_VALUE) {
      sweepAt(next);
    }
  }

  private static int expire(ArrayDeque<Request> line, long now, List<Request> expired) {
    int before = expired.size();
    line.removeIf(
        request -> {
          boolean isDue = !request.done && request.deadlineMicros <= now;
          if (isDue) {
            expired.add(request);
          }
          return isDue || request.done;
        });
    return expired.size() - before;
  }
}
