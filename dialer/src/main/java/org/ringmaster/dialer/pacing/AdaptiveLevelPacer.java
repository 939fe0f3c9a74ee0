// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

/**
 * The published adaptive rule of VICIdial, written from its description: one number, the lines for
 * each agent, is corrected every 15 seconds by how many agents were ready less how many calls
 * waited, and cut when too many calls of the day were dropped. Lines are dialled every 2.5 seconds.
 */
public final class AdaptiveLevelPacer implements Pacer {

  /** What happens to the level while the day's drops are above their limit. */
  public enum Limit {
    /** One line for each agent. */
    HARD,
    /** Half the level. */
    AVERAGE,
    /** Nothing, nor is the level ever corrected: its fixed ratio. */
    RATIO
  }

  /**
   * Its settings.
   *
   * @param highestLevel the most lines for each agent; shipped as 3
   * @param dropLimit the share of answered calls of the day that may be dropped; shipped as 0.03
   * @param intensity how eagerly it corrects, in hundredths; shipped as 0
   * @param idleOnly whether only ready agents count
   * @param limit what happens above the limit
   * @param hoursOfDay how long a day is; 24 but in a world of working hours only
   */
  public record Settings(
      double highestLevel,
      double dropLimit,
      double intensity,
      boolean idleOnly,
      Limit limit,
      int hoursOfDay) {

    /** As shipped. */
    public static final Settings SHIPPED = new Settings(3, 0.03, 0, false, Limit.HARD, 24);

    /** The same with another length of a day. */
    public Settings withDay(int hours) {
      return new Settings(highestLevel, dropLimit, intensity, idleOnly, limit, hours);
    }
  }

  private static final long SECOND = 1_000_000;
  private static final long DIAL_MICROS = 2_500_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 3_600 * SECOND;
  private static final int SAMPLES = 15;
  private static final int DAY_CALLS = 50;
  private static final int MINUTE_CALLS = 20;

  private final Settings settings;
  private final double[] ready = new double[SAMPLES];
  private final double[] waiting = new double[SAMPLES];
  private final double[] agents = new double[SAMPLES];
  private int samples;
  private double level;
  private long nextSampleMicros = Long.MIN_VALUE;
  private long nextDialMicros = Long.MIN_VALUE;
  private long nextMinuteMicros = Long.MIN_VALUE;
  private long nextDayMicros = Long.MIN_VALUE;
  private int minuteAnswered;
  private int minuteDropped;
  private int lastMinuteAnswered;
  private int lastMinuteDropped;
  private int dayAnswered;
  private int dayDropped;
  private int seenAnswered;
  private int seenDropped;

  /** A campaign's first day. */
  public AdaptiveLevelPacer(Settings settings) {
    this.settings = settings;
    level = settings.limit() == Limit.RATIO ? settings.highestLevel() : 1;
  }

  @Override
  public Pacing decide(PacingMoment moment) {
    long now = moment.nowMicros();
    newDay(now);
    newMinute(now);
    if (now >= nextSampleMicros) {
      nextSampleMicros = now + SECOND;
      sample(moment);
    }
    if (now < nextDialMicros) {
      return Pacing.lines(0, moment);
    }
    nextDialMicros = now + DIAL_MICROS;
    return Pacing.lines(LinesPacer.wanted(moment, level, settings.idleOnly()), moment);
  }

  private void newDay(long now) {
    if (now >= nextDayMicros) {
      long day = settings.hoursOfDay() * HOUR;
      nextDayMicros = (now / day + 1) * day;
      dayAnswered = 0;
      dayDropped = 0;
      seenAnswered = 0;
      seenDropped = 0;
    }
  }

  private void newMinute(long now) {
    if (now >= nextMinuteMicros) {
      nextMinuteMicros = now + MINUTE;
      lastMinuteAnswered = minuteAnswered;
      lastMinuteDropped = minuteDropped;
      minuteAnswered = 0;
      minuteDropped = 0;
      // The day's share is counted once a minute: what is decided in between knows an old one.
      seenAnswered = dayAnswered;
      seenDropped = dayDropped;
    }
  }

  private void sample(PacingMoment moment) {
    int at = samples % SAMPLES;
    ready[at] = moment.idle();
    waiting[at] = moment.waiting();
    agents[at] = moment.signedIn();
    samples++;
    if (samples % SAMPLES == 0) {
      adapt();
    }
  }

  private void adapt() {
    double people = mean(agents);
    if (people == 0 || settings.limit() == Limit.RATIO) {
      return;
    }
    double gap = (mean(ready) - mean(waiting)) / people;
    double eager = settings.intensity() / 100;
    gap = gap < 0 ? gap * StrictMath.abs(eager - 1) : gap * (1 + eager);
    level = StrictMath.clamp(level * (1 + gap), 1, settings.highestLevel());
    if (lastMinuteAnswered > MINUTE_CALLS && lastMinuteDropped * 2 > lastMinuteAnswered) {
      level /= 2;
    }
    if (seenAnswered > DAY_CALLS && seenDropped > settings.dropLimit() * seenAnswered) {
      level = settings.limit() == Limit.HARD ? 1 : level / 2;
    }
    level = StrictMath.max(1, level);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  @Override
  public void answered(boolean abandoned) {
    minuteAnswered++;
    dayAnswered++;
    minuteDropped += abandoned ? 1 : 0;
    dayDropped += abandoned ? 1 : 0;
  }
}
