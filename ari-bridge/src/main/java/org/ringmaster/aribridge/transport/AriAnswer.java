// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

/**
 * What became of a request.
 *
 * @param kind whether there was an answer, and if not why
 * @param status the HTTP status code, 0 without an answer
 * @param body the answer's JSON, empty when it has none
 * @param nanos time from the asking to this answer
 */
public record AriAnswer(Kind kind, int status, String body, long nanos) {
  /** Why there is an answer or none. */
  public enum Kind {
    /** Asterisk answered, well or badly: see the status. */
    ANSWERED,
    /** Nothing came in time; Asterisk may still do it. */
    TIMED_OUT,
    /** The connection went away after the request had left; Asterisk may have done it. */
    DISCONNECTED,
    /** Too many requests wait already, or the request is larger than Asterisk takes; not sent. */
    REFUSED,
    /** Another instance has taken our place, or we are closed; not sent. */
    FENCED
  }

  /** Whether Asterisk did it. */
  public boolean ok() {
    return kind == Kind.ANSWERED && status >= 200 && status < 300;
  }

  /** Whether Asterisk says there is no such thing. */
  public boolean notFound() {
    return kind == Kind.ANSWERED && status == 404;
  }

  /** Whether it is unknown if Asterisk did or will do it. */
  public boolean uncertain() {
    return kind == Kind.TIMED_OUT || kind == Kind.DISCONNECTED;
  }

  static AriAnswer none(Kind kind, long nanos) {
    return new AriAnswer(kind, 0, "", nanos);
  }

  /** Kind and status; the body may hold numbers of people and stays out. */
  @Override
  public String toString() {
    return kind == Kind.ANSWERED ? Integer.toString(status) : kind.toString();
  }
}
