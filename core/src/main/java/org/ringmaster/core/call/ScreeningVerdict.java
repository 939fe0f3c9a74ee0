// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** What a detector takes a voice for. */
public enum ScreeningVerdict {
  /** A person. */
  HUMAN,
  /** An answering machine. */
  MACHINE,
  /** It cannot say, came too late, or could not listen: who may be a person is treated as one. */
  UNKNOWN;

  /** What a detector said, as {@code AMD()} writes it: any other word is no verdict. */
  public static ScreeningVerdict of(String said) {
    return switch (said) {
      case "HUMAN" -> HUMAN;
      case "MACHINE" -> MACHINE;
      default -> UNKNOWN;
    };
  }
}
