// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/**
 * Why a leg ended: the causes of ITU-T Q.850 as Asterisk numbers them (its {@code causes.h}).
 *
 * @param code the number, 0 where unknown
 */
public record HangupCause(int code) {
  public static final HangupCause UNKNOWN = new HangupCause(0);
  public static final HangupCause UNALLOCATED = new HangupCause(1);
  public static final HangupCause NORMAL = new HangupCause(16);
  public static final HangupCause BUSY = new HangupCause(17);
  public static final HangupCause NO_USER_RESPONSE = new HangupCause(18);
  public static final HangupCause NO_ANSWER = new HangupCause(19);
  public static final HangupCause SUBSCRIBER_ABSENT = new HangupCause(20);
  public static final HangupCause REJECTED = new HangupCause(21);
  public static final HangupCause ANSWERED_ELSEWHERE = new HangupCause(26);
  public static final HangupCause CONGESTION = new HangupCause(34);

  /** In the words of the field, for people; the number where there is no common word. */
  public String word() {
    return switch (code) {
      case 0 -> "unknown";
      case 1 -> "unallocated";
      case 16 -> "normal";
      case 17 -> "busy";
      case 18 -> "no user response";
      case 19 -> "no answer";
      case 20 -> "absent";
      case 21 -> "rejected";
      case 26 -> "answered elsewhere";
      case 34, 42 -> "congestion";
      default -> "cause " + code;
    };
  }
}
