// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.ringmaster.server.config.ConfigurationRefused;
import org.ringmaster.server.config.ConfigurationSource;
import org.ringmaster.server.config.FirstConfiguration;

/** Verbs that begin: the platform itself, and which version it is. */
final class UpVerbs {
  private UpVerbs() {}

  static List<Verb> all(Runner runner) {
    return List.of(
        Verb.of(
                "up",
                "Starts the platform, in the background; with --foreground in this process, until"
                    + " it is told to stop.",
                call -> up(call, runner))
            .with(new Verb.Option("--foreground", "", "Stay in this process.")),
        Verb.of("version", "Prints which version this is.", UpVerbs::version));
  }

  /** The background is the business of ./ringmaster, which calls this again with the switch. */
  private static int up(Invocation call, Runner runner) throws Failure {
    if (!call.flag("--foreground")) {
      throw new Failure(
          ExitCode.USAGE,
          "the background is ./ringmaster's: call ./ringmaster up, or --foreground");
    }
    try {
      Files.createDirectories(call.varFolder());
    } catch (IOException e) {
      throw Failure.of("cannot make " + call.varFolder() + ": " + e.getMessage());
    }
    if (FirstConfiguration.writeIfMissing(call.configuration())) {
      call.terminal().line("wrote a first " + call.configuration() + "; change it as you like");
    }
    try {
      return runner.run(ConfigurationSource.open(call.configuration()), call.varFolder());
    } catch (ConfigurationRefused e) {
      return ConfigVerbs.refused(call, e);
    }
  }

  private static int version(Invocation call) {
    if (call.json()) {
      call.terminal().json(Map.of("version", Version.text(), "java", Runtime.version().toString()));
    } else {
      call.terminal().line("ringmaster " + Version.text() + " on Java " + Runtime.version());
    }
    return ExitCode.OK;
  }
}
