// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.ringmaster.bench.measure.Figures;

/**
 * When callers arrived at the socket and when Asterisk said that they are answered, of one turn.
 * Any thread.
 */
final class AnswerMeter {
  private static final byte[] STARTED = RawSocket.ascii("{\"type\":\"StasisStart\"");
  private static final byte[] CHANNEL = RawSocket.ascii("\"channel\":{\"id\":\"");
  private static final byte[] URI = RawSocket.ascii("\"uri\":\"channels/");
  private static final byte[] STATUS_OK = RawSocket.ascii("\"status_code\":2");
  private static final String ANSWER = "/answer";

  private final Map<String, Long> intended = new ConcurrentHashMap<>();
  private final Map<String, Long> arrived = new ConcurrentHashMap<>();
  private final @Nullable CallStages stages;
  private final Histogram fromArrival = new ConcurrentHistogram(3);
  private final Histogram fromIntention = new ConcurrentHistogram(3);

  AnswerMeter() {
    this(null);
  }

  /** Tells these of callers who arrive and are answered, too. */
  AnswerMeter(@Nullable CallStages stages) {
    this.stages = stages;
  }

  /** A caller is to ring at this instant, however late the call is really made. */
  void intends(String channel, long nanos) {
    intended.put(channel, nanos);
  }

  /** Looks at a frame that Asterisk has sent; the channel, where it is one that arrives. */
  String look(ServerFrames frame) {
    if (frame.startsWith(STARTED)) {
      String channel = frame.after(CHANNEL);
      if (intended.containsKey(channel)) {
        arrived.put(channel, frame.readNanos());
        pass(channel, CallStage.READ, frame.readNanos());
        return channel;
      }
    } else if (frame.startsWith(RawSocket.ANSWER) && frame.contains(STATUS_OK)) {
      String uri = frame.after(URI);
      if (uri.endsWith(ANSWER)) {
        answered(uri.substring(0, uri.length() - ANSWER.length()), frame.readNanos());
      }
    }
    return "";
  }

  /** Asterisk said that it has answered this channel. */
  void answered(String channel, long nanos) {
    Long began = arrived.remove(channel);
    Long wanted = intended.remove(channel);
    if (began != null && wanted != null) {
      pass(channel, CallStage.ANSWERED, nanos);
      fromArrival.recordValue(nanos - began);
      fromIntention.recordValue(nanos - wanted);
    }
  }

  private void pass(String channel, CallStage stage, long nanos) {
    if (stages != null) {
      stages.pass(channel, stage, nanos);
    }
  }

  long answered() {
    return fromArrival.getTotalCount();
  }

  /** What was measured; who is not answered counts with the time that they have waited so far. */
  Figures figures(long now) {
    int unanswered = intended.size();
    intended.forEach(
        (channel, wanted) -> {
          // One whose arrival was not even read counts from the instant that was meant for it.
          fromArrival.recordValue(now - arrived.getOrDefault(channel, wanted));
          fromIntention.recordValue(now - wanted);
        });
    double perMilli = TimeUnit.MILLISECONDS.toNanos(1);
    return new Figures()
        .with("p50", fromArrival.getValueAtPercentile(50) / perMilli)
        .with("p99", fromArrival.getValueAtPercentile(99) / perMilli)
        .with("intended p99", fromIntention.getValueAtPercentile(99) / perMilli)
        .with("unanswered", unanswered);
  }
}
