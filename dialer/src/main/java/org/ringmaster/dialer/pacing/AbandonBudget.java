// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

import java.util.PrimitiveIterator;
import java.util.function.DoubleConsumer;

/**
 * How much risk a campaign may take, from how many calls were abandoned and how many it may
 * abandon. Two parts: a slow one that finds the level at which the share comes out, and what is
 * unspent in the window of the law, in calls. Owned by one thread.
 */
public final class AbandonBudget {
  private static final double FIRST_BOUND = 0.05;
  private static final double HIGHEST_BOUND = 0.95;
  private static final double SLOW_GAIN = 0.03;
  private static final double LOWEST_LEVEL = -6;
  private static final double HIGHEST_LEVEL = 3;
  private static final double UNSPENT_REACH = 20;

  /** With fewer calls left less is risked. */
  private static final double NEAR = 6;

  /** Of the risk so much is taken with none left: at the start of each window none is. */
  private static final double LEAST_PART = 0.1;

  /** How hard the unspent budget pulls in a window of weeks. */
  public static final double LONG_WINDOW_PULL = 0.04;

  /** How hard it pulls where each day counts alone. */
  public static final double DAY_PULL = 0.15;

  private final double target;
  private final double pull;
  private double level;
  private double unspent;

  /**
   * A budget of which nothing is spent.
   *
   * @param target the share of live answers that may be abandoned, 0 to 1
   * @param pull how hard what is unspent pulls
   */
  public AbandonBudget(double target, double pull) {
    this.target = target;
    this.pull = pull;
  }

  /** A call that a person answered was abandoned, or was not. */
  public void answered(boolean abandoned) {
    double error = target - (abandoned ? 1 : 0);
    level = StrictMath.clamp(level + SLOW_GAIN * error, LOWEST_LEVEL, HIGHEST_LEVEL);
    unspent += error;
  }

  /** A call that counted as answered, and perhaps as abandoned, does not count. */
  public void takenBack(boolean abandoned) {
    double error = target - (abandoned ? 1 : 0);
    level = StrictMath.clamp(level - SLOW_GAIN * error, LOWEST_LEVEL, HIGHEST_LEVEL);
    unspent -= error;
  }

  /** So much of a live answer was abandoned, 0 to 1. */
  public void mistaken(double part) {
    double error = part * (target - 1);
    level = StrictMath.clamp(level + SLOW_GAIN * error, LOWEST_LEVEL, HIGHEST_LEVEL);
    unspent += error;
  }

  /** A new window of the law begins: what was unspent is gone, what was learnt stays. */
  public void newWindow() {
    unspent = 0;
  }

  /** The chance of finding nobody that one more call may have, 0 to 1. */
  public double bound() {
    double pulled = pull * StrictMath.clamp(unspent, -UNSPENT_REACH, UNSPENT_REACH);
    return StrictMath.min(HIGHEST_BOUND, FIRST_BOUND * StrictMath.exp(level + pulled));
  }

  /**
   * The same near what the law allows: the risk falls with the last calls that may still be
   * abandoned. Who goes on as before until none may, and then takes no risk at all until many have
   * been answered, keeps few agents much less busy for as many abandoned calls.
   *
   * @param left how many calls more may be abandoned in the law's window that allows least, not
   *     whole; infinite where there is none
   */
  public double bound(double left) {
    return bound() * StrictMath.clamp(left / NEAR, LEAST_PART, 1);
  }

  /** Tells where it stands. */
  void save(DoubleConsumer out) {
    out.accept(level);
    out.accept(unspent);
  }

  /** Stands where another has told that it stands. */
  void load(PrimitiveIterator.OfDouble in) {
    level = in.nextDouble();
    unspent = in.nextDouble();
  }

  /** Calls that may still be abandoned in this window; negative when too many were. */
  public double unspent() {
    return unspent;
  }
}
