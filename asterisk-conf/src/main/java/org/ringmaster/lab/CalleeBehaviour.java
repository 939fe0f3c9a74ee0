// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.util.regex.Pattern;

/**
 * What a number outside does when it is dialled.
 *
 * @param text the text the dialplan of the world outside reads
 */
public record CalleeBehaviour(String text) {
  private static final Pattern ALLOWED = Pattern.compile("[a-z]+(:[0-9A-Za-z*#]+)*");

  /** Refuses texts that the dialplan could read as something else. */
  public CalleeBehaviour {
    if (!ALLOWED.matcher(text).matches()) {
      throw new IllegalArgumentException("not a behaviour: " + text);
    }
  }

  /** A person: rings, answers, says hello, hangs up after some talk; 0 stays. */
  public static CalleeBehaviour person(int ringMillis, int talkMillis) {
    return new CalleeBehaviour("person:" + ringMillis + ":" + talkMillis);
  }

  /** A person whose ringing and talk are drawn each time. */
  public static CalleeBehaviour person(DrawnMillis ring, DrawnMillis talk) {
    return new CalleeBehaviour("people:" + ring.text() + ":" + talk.text());
  }

  /** Per cent of numbers that are a person, a machine, busy, ring out; the rest is dead. */
  public static CalleeBehaviour mix(int person, int machine, int busy, int rings) {
    if (person + machine + busy + rings > 100) {
      throw new IllegalArgumentException("more than 100 per cent");
    }
    return new CalleeBehaviour("mix:" + person + ":" + machine + ":" + busy + ":" + rings);
  }

  /** Rings and is never answered. */
  public static CalleeBehaviour ringsOut() {
    return new CalleeBehaviour("rings");
  }

  /** Is busy: cause 17. */
  public static CalleeBehaviour busy() {
    return new CalleeBehaviour("busy");
  }

  /** Does not exist: cause 1. */
  public static CalleeBehaviour dead() {
    return new CalleeBehaviour("dead");
  }

  /** Cannot be reached, the network is full: cause 34. */
  public static CalleeBehaviour congested() {
    return new CalleeBehaviour("congested");
  }

  /** An answering machine: greeting, beep, then it records. */
  public static CalleeBehaviour machine(int ringMillis, int recordMillis) {
    return new CalleeBehaviour("machine:" + ringMillis + ":" + recordMillis);
  }

  /** Special information tones and an announcement, before an answer or after one. */
  public static CalleeBehaviour specialTones(boolean answered) {
    return new CalleeBehaviour(answered ? "sit:answered" : "sit:early");
  }

  /** A person who answers and speaks one of the sentences of the dialplan's list, 1 to 8. */
  public static CalleeBehaviour speaks(int ringMillis, int sentence) {
    return new CalleeBehaviour("speaks:" + ringMillis + ":" + "%02d".formatted(sentence));
  }

  /** A person who answers and presses digits. */
  public static CalleeBehaviour presses(int ringMillis, String digits) {
    return new CalleeBehaviour("presses:" + ringMillis + ":" + digits);
  }

  /** Answers after a second and hangs up at once. */
  public static CalleeBehaviour gone() {
    return new CalleeBehaviour("gone");
  }

  /** A fax machine. */
  public static CalleeBehaviour fax() {
    return new CalleeBehaviour("fax");
  }

  /** A person who answers, says hello and is quiet for four seconds, with sound that goes on. */
  public static CalleeBehaviour greets(int ringMillis) {
    return new CalleeBehaviour("greets:" + ringMillis);
  }

  /** Answers and makes no sound. */
  public static CalleeBehaviour silent() {
    return new CalleeBehaviour("silent");
  }
}
