// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.reality;

/** What happens once, in either world. Each caller's number leads to a queue of its own. */
enum Scene {
  /** An agent's telephone rings, is answered; the caller ends the talk. */
  ANSWERED("49301001", 20_000, ""),
  /** Nobody serves the queue; the caller gives up. */
  ABANDONED("49301002", 1_500, ""),
  /** A telephone rings and nobody is there; the longest wait is over, the caller is hung up. */
  NOBODY_THERE("49301003", 20_000, ""),
  /** A telephone is busy; the longest wait is over. */
  TELEPHONE_BUSY("49301004", 20_000, ""),
  /** A telephone is told to answer by itself. */
  ANSWERS_BY_ITSELF("49301005", 20_000, ""),
  /** An open telephone is moved into the caller's bridge, and back. */
  OPEN("49301006", 20_000, ""),
  /** The caller gives up while a telephone rings. */
  ABANDONED_RINGING("49301007", 1_500, ""),
  /** The caller is passed on to an outside number where a person answers and hangs up. */
  PASSED_ON("49301008", 20_000, ""),
  /** A caller presses keys while waiting, and gives up. */
  KEYS("49301009", 2_500, ""),
  /** A number that is closed: a prompt, and the caller is hung up. */
  PROMPT("49301010", 20_000, ""),
  /** The caller gives up while a prompt plays. */
  ABANDONED_PROMPT("49301011", 600, ""),
  /** A number that leads nowhere: the caller is not answered. */
  NOWHERE("49301012", 20_000, ""),
  /** A number that is closed and says nothing: the caller is not answered. */
  SILENT("49301013", 20_000, ""),
  /** An outside number is busy. */
  BUSY("", 0, "84"),
  /** An outside number does not exist. */
  DEAD("", 0, "85"),
  /** The network outside is full. */
  CONGESTED("", 0, "86"),
  /** An outside number rings and nobody answers; Asterisk gives up. */
  RINGS_OUT("", 0, "83");

  /** What the caller dials; empty where nobody rings in. */
  final String dialled;

  /** How long the caller waits for an agent's voice. */
  final int patienceMillis;

  /** What is rung through the trunk without a caller; empty for nothing. */
  final String asked;

  Scene(String dialled, int patienceMillis, String asked) {
    this.dialled = dialled;
    this.patienceMillis = patienceMillis;
    this.asked = asked;
  }

  /** What the caller presses, half a second after the answer. */
  String keys() {
    return this == KEYS ? "1#" : "";
  }

  /** Whether the caller's number leads to a queue. */
  boolean isQueued() {
    return !dialled.isEmpty() && this != NOWHERE;
  }

  /** Whether the caller's number is closed. */
  boolean isClosed() {
    return saysThatItIsClosed() || this == SILENT;
  }

  /** Whether the caller's number is closed and says so. */
  boolean saysThatItIsClosed() {
    return this == PROMPT || this == ABANDONED_PROMPT;
  }

  /** The queue that the caller's number leads to. */
  String queue() {
    return "q" + ordinal();
  }
}
