// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.ringmaster.server.cli.Whereabouts;

class DemoTest {
  private static final Whereabouts THEN = at("one");

  private static Whereabouts at(String token) {
    return new Whereabouts(URI.create("http://127.0.0.1:8080"), token);
  }

  @Test
  void aPlatformThatGoesWhileItRunsIsToldInASentence() {
    assertTrue(Demo.why(null, THEN, new ConnectException()).contains("was stopped meanwhile"));
    assertTrue(Demo.why(at("two"), THEN, new ConnectException()).contains("started anew"));
    String dead = Demo.why(THEN, THEN, new ConnectException());
    assertTrue(dead.contains("http://127.0.0.1:8080 does not answer any more"), dead);
    String outside = Demo.why(THEN, THEN, new IllegalStateException("POST channels failed"));
    assertTrue(outside.contains("outside") && outside.contains("POST channels failed"), outside);
  }
}
