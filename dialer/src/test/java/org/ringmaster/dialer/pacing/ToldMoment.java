// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.pacing;

/** A moment put together by hand; lasting things in seconds. */
record ToldMoment(
    long nowMicros, int idle, int waiting, double[] talks, double[] wraps, double[] rings, int room)
    implements PacingMoment {
  private static final double MICROS = 1e6;

  static ToldMoment idle(int idle) {
    return new ToldMoment(0, idle, 0, new double[0], new double[0], new double[0], 1_000);
  }

  ToldMoment at(double seconds) {
    return new ToldMoment((long) (seconds * MICROS), idle, waiting, talks, wraps, rings, room);
  }

  ToldMoment waiting(int count) {
    return new ToldMoment(nowMicros, idle, count, talks, wraps, rings, room);
  }

  ToldMoment talks(double... seconds) {
    return new ToldMoment(nowMicros, idle, waiting, seconds, wraps, rings, room);
  }

  ToldMoment wraps(double... seconds) {
    return new ToldMoment(nowMicros, idle, waiting, talks, seconds, rings, room);
  }

  ToldMoment rings(double... seconds) {
    return new ToldMoment(nowMicros, idle, waiting, talks, wraps, seconds, room);
  }

  ToldMoment room(int lines) {
    return new ToldMoment(nowMicros, idle, waiting, talks, wraps, rings, lines);
  }

  @Override
  public int signedIn() {
    return idle + talks.length + wraps.length;
  }

  @Override
  public int talking() {
    return talks.length;
  }

  @Override
  public long talkingMicros(int index) {
    return (long) (talks[index] * MICROS);
  }

  @Override
  public int wrapping() {
    return wraps.length;
  }

  @Override
  public long wrappingMicros(int index) {
    return (long) (wraps[index] * MICROS);
  }

  @Override
  public int ringing() {
    return rings.length;
  }

  @Override
  public long ringingMicros(int index) {
    return (long) (rings[index] * MICROS);
  }
}
