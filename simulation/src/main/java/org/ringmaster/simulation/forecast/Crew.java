// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.forecast;

import java.util.ArrayList;
import java.util.List;

/** The agents of a campaign: who waits, talks, wraps up or pauses, and for how long in all. */
final class Crew {

  /** A talk or a wrap-up since then. */
  static final class Work {
    final long sinceMicros;

    Work(long sinceMicros) {
      this.sinceMicros = sinceMicros;
    }
  }

  final List<Work> talking = new ArrayList<>();
  final List<Work> wrapping = new ArrayList<>();
  private final double[] idleMicros = new double[Bottleneck.values().length];
  private int idle;
  private int paused;
  private int leaving;
  private double talkMicros;
  private double wrapMicros;
  private long seenMicros;

  Crew(long nowMicros) {
    seenMicros = nowMicros;
  }

  /** Counts the time that has passed; what kept idle agents waiting meanwhile. */
  void passes(long nowMicros, Bottleneck why) {
    double passed = nowMicros - seenMicros;
    seenMicros = nowMicros;
    idleMicros[why.ordinal()] += passed * idle;
    talkMicros += passed * talking.size();
    wrapMicros += passed * wrapping.size();
  }

  /** So many are to be there; who is busy leaves afterwards. */
  void staffed(int agents) {
    int present = idle + talking.size() + wrapping.size() + paused - leaving;
    int more = agents - present;
    if (more > 0) {
      int stay = Math.min(leaving, more);
      leaving -= stay;
      idle += more - stay;
    } else {
      int go = Math.min(idle, -more);
      idle -= go;
      leaving += -more - go;
    }
  }

  int idle() {
    return idle;
  }

  int atWork() {
    return idle + talking.size() + wrapping.size();
  }

  int signedIn() {
    return atWork() + paused;
  }

  /** An idle one takes a call. */
  Work talks(long nowMicros) {
    idle--;
    return goesOn(nowMicros);
  }

  /** One who has just come free takes the call of somebody who waits. */
  Work goesOn(long nowMicros) {
    Work work = new Work(nowMicros);
    talking.add(work);
    return work;
  }

  Work wrapsUp(Work talk, long nowMicros) {
    talking.remove(talk);
    Work work = new Work(nowMicros);
    wrapping.add(work);
    return work;
  }

  /** Whether the one who has done with a wrap-up stays. */
  boolean isDone(Work wrapUp) {
    wrapping.remove(wrapUp);
    return stays();
  }

  /** Whether the one who is released from a machine stays; they have nothing to wrap up. */
  boolean isReleased(Work talk) {
    talking.remove(talk);
    return stays();
  }

  private boolean stays() {
    if (leaving > 0) {
      leaving--;
      return false;
    }
    return true;
  }

  void pauses() {
    paused++;
  }

  /** Whether the one whose pause is over stays. */
  boolean returns() {
    paused--;
    return stays();
  }

  void rests() {
    idle++;
  }

  double talkMicros() {
    return talkMicros;
  }

  double busyMicros() {
    return talkMicros + wrapMicros;
  }

  /** How long agents were idle for each reason, microseconds. */
  double[] idleMicros() {
    return idleMicros.clone();
  }
}
