// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.queuelog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code queue show} of Asterisk would say of each queue, counted from any {@code queue_log}:
 * who left by time or because nobody was there counts as abandoned, who left by a key as nothing.
 * Not thread-safe.
 */
public final class QueueShow {
  private static final float PERCENT = 100;
  private static final int FIELDS = 5;

  /**
   * One queue.
   *
   * @param completed talks that are over
   * @param abandoned callers who left without one
   * @param completedInTime of the completed, who had waited no longer than the service level
   * @param abandonedInTime of the abandoned, the same
   */
  public record Counts(int completed, int abandoned, int completedInTime, int abandonedInTime) {

    /** SL in percent, as Asterisk works it out; 0 where nothing was counted. */
    public float level() {
      return completed == 0 ? 0 : PERCENT * ((float) completedInTime / (float) completed);
    }

    /** SL2 in percent. */
    public float secondLevel() {
      float all = completed + abandoned;
      return all == 0 ? 0 : PERCENT * ((float) (abandonedInTime + completedInTime) / all);
    }

    /** As it stands in the answer of {@code queue show}. */
    public String text() {
      return String.format(
          Locale.ROOT,
          "C:%d, A:%d, SL:%.1f%%, SL2:%.1f%%",
          completed,
          abandoned,
          level(),
          secondLevel());
    }

    private Counts plus(int talks, int losses, boolean inTime) {
      return new Counts(
          completed + talks,
          abandoned + losses,
          completedInTime + (inTime ? talks : 0),
          abandonedInTime + (inTime ? losses : 0));
    }
  }

  private final long levelSeconds;
  private final Map<String, Counts> queues = new TreeMap<>();
  private final Map<String, Long> waits = new LinkedHashMap<>();

  /** Nothing counted yet, with one service level for all queues, seconds. */
  public QueueShow(long levelSeconds) {
    this.levelSeconds = levelSeconds;
  }

  /** Counts the lines of a log. */
  public static Map<String, Counts> of(List<String> lines, long levelSeconds) {
    QueueShow show = new QueueShow(levelSeconds);
    lines.forEach(show::line);
    return show.queues();
  }

  /** Counts one more line; what is no line of such a log is passed over. */
  public void line(String line) {
    String[] fields = line.split("\\|", -1);
    if (fields.length <= FIELDS) {
      return;
    }
    String call = fields[1];
    String queue = fields[2];
    switch (fields[4]) {
      case "CONNECT" -> waits.put(call, number(fields, FIELDS));
      case "COMPLETEAGENT", "COMPLETECALLER", "BLINDTRANSFER", "ATTENDEDTRANSFER" -> {
        Long wait = waits.remove(call);
        count(queue, 1, 0, wait != null && wait <= levelSeconds);
      }
      case "ABANDON", "EXITWITHTIMEOUT", "EXITEMPTY", "WITHDRAW" ->
          count(queue, 0, 1, number(fields, FIELDS + 2) <= levelSeconds);
      default -> {}
    }
  }

  private static long number(String[] fields, int place) {
    try {
      return place < fields.length ? Long.parseLong(fields[place]) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private void count(String queue, int talks, int losses, boolean inTime) {
    Counts before = queues.getOrDefault(queue, new Counts(0, 0, 0, 0));
    queues.put(queue, before.plus(talks, losses, inTime));
  }

  /** All queues by name. */
  public Map<String, Counts> queues() {
    return Map.copyOf(queues);
  }
}
