// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Whether the machine's clock is kept right: calls are timed with it. */
final class ClockCheck {
  private static final String WHAT = "clock";
  private static final String FIX =
      "install chrony (apt-get install chrony), or turn on systemd-timesyncd";

  private ClockCheck() {}

  static Check check() {
    try {
      Process asked =
          new ProcessBuilder("timedatectl", "show", "--property=NTPSynchronized", "--value")
              .redirectErrorStream(true)
              .start();
      asked.getOutputStream().close();
      if (!asked.waitFor(5, TimeUnit.SECONDS)) {
        asked.destroyForcibly();
        return unknown();
      }
      String answer =
          new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return switch (answer) {
        case "yes" -> Check.ok(WHAT, "kept by a time server");
        case "no" -> Check.warn(WHAT, "not kept by a time server", FIX);
        default -> unknown();
      };
    } catch (IOException e) {
      return unknown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unknown();
    }
  }

  private static Check unknown() {
    return Check.warn(WHAT, "nobody here tells whether a time server keeps it", FIX);
  }
}
