// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.ringmaster.server.config.PasswordHash;

/** Verbs about users. */
final class UserVerbs {
  private static final int SHORTEST = 8;

  private UserVerbs() {}

  static List<Verb> all() {
    return List.of(
        Verb.of(
            "user hash",
            "Reads a password from the terminal or the standard input and prints its hash for the"
                + " configuration file.",
            UserVerbs::hash));
  }

  private static int hash(Invocation call) throws Failure {
    String password = password();
    if (password.length() < SHORTEST) {
      throw Failure.of("a password has " + SHORTEST + " characters or more");
    }
    PasswordHash hash = PasswordHash.of(password);
    if (call.json()) {
      call.terminal().json(Map.of("password", hash.text()));
    } else {
      call.terminal().line(hash.text());
    }
    return ExitCode.OK;
  }

  @SuppressWarnings("SystemConsoleNull") // where there is always one, it reads the same input
  private static String password() throws Failure {
    Console console = System.console();
    if (console != null) {
      char[] typed = console.readPassword("Password: ");
      return typed == null ? "" : new String(typed);
    }
    try {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      String line = in.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw Failure.of("the standard input cannot be read: " + e.getMessage());
    }
  }
}
