// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

/**
 * What a {@link StubAsterisk} answers to a request.
 *
 * @param body JSON, or empty
 * @param then what happens after the answer has left
 */
record StubAnswer(int status, String body, Runnable then) {
  /** Done, and there is nothing to tell. */
  static StubAnswer done() {
    return new StubAnswer(204, "", StubAnswer::nothing);
  }

  /** Done, and this follows. */
  static StubAnswer done(Runnable then) {
    return new StubAnswer(204, "", then);
  }

  static StubAnswer json(String body) {
    return new StubAnswer(200, body, StubAnswer::nothing);
  }

  static StubAnswer notFound(String what) {
    return new StubAnswer(404, "{\"message\":\"" + what + " not found\"}", StubAnswer::nothing);
  }

  private static void nothing() {
    // The answer was all.
  }
}
