// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

/**
 * Says that a text is not the JSON it should be. There is one instance without a stack trace, so
 * that a flood of garbage costs nothing but its counting; it never leaves this package's readers.
 */
final class MalformedJson extends RuntimeException {
  @SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack trace to be wrong
  static final MalformedJson INSTANCE = new MalformedJson();

  private static final long serialVersionUID = 1L;

  private MalformedJson() {
    super("malformed JSON", null, false, false);
  }
}
