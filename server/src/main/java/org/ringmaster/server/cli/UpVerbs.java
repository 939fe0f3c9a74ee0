// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.core.store.StoreException;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabUnavailable;
import org.ringmaster.server.LabRoom;
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
        Verb.of(
            "down",
            "Stops what a platform that died has left running: the lab's Asterisks and the"
                + " PostgreSQL. ./ringmaster down calls it.",
            UpVerbs::down),
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

  /** The platform itself is stopped by a signal; this is for what it did not live to stop. */
  private static int down(Invocation call) throws Failure {
    Path folder = call.varFolder();
    try {
      Lab.find(LabRoom.name(folder)).ifPresent(Lab::close);
      EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
    } catch (StoreException | UncheckedIOException | LabUnavailable e) {
      throw Failure.of(String.valueOf(e.getMessage()));
    }
    return ExitCode.OK;
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
