// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import java.util.List;
import org.ringmaster.core.call.SeenBridge;
import org.ringmaster.core.call.SeenLeg;

/**
 * What came of a request.
 *
 * @param status the HTTP status, 0 where there was no answer
 * @param atMicros when the asked-for leg was made, or Asterisk started
 */
record Answered(
    Kind kind, int status, long atMicros, List<SeenLeg> legs, List<SeenBridge> bridges) {

  enum Kind {
    ANSWERED,
    TIMED_OUT,
    DISCONNECTED,
    REFUSED,
    FENCED
  }

  static Answered with(int status, long atMicros) {
    return new Answered(Kind.ANSWERED, status, atMicros, List.of(), List.of());
  }

  static Answered never(Kind kind) {
    return new Answered(kind, 0, 0, List.of(), List.of());
  }

  boolean ok() {
    return kind == Kind.ANSWERED && status < 400;
  }

  /** Whether it may have been carried out although nobody said so. */
  boolean uncertain() {
    return kind == Kind.TIMED_OUT || kind == Kind.DISCONNECTED;
  }

  boolean notFound() {
    return kind == Kind.ANSWERED && status == 404;
  }

  String why() {
    return switch (kind) {
      case TIMED_OUT -> "timed out";
      case DISCONNECTED -> "connection lost";
      case REFUSED -> "too much is waiting";
      case FENCED -> "fenced";
      case ANSWERED -> "no reason given";
    };
  }
}
