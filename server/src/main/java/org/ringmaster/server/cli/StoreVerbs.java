// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringmaster.core.journal.JournalException;
import org.ringmaster.core.store.StoreException;
import org.ringmaster.core.store.StoreFinding;
import org.ringmaster.core.store.StoreReport;
import org.ringmaster.dialer.store.DialerStore;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.ConfigurationRefused;

/** Verbs about the journey store. */
final class StoreVerbs {
  private static final String TABLES = "TABLES";
  private static final String CEL = "--cel";

  private StoreVerbs() {}

  static List<Verb> all() {
    return List.of(
        Verb.of(
                "db verify",
                "Looks through the journey store: sequences dense, nothing twice, books closed,"
                    + " sums agree. Works beside a running platform and without one.",
                StoreVerbs::verify)
            .with(
                new Verb.Option(
                    CEL, "", "Compares every leg with Asterisk's own channel event log, too.")),
        Verb.of(
            "db rebuild",
            "Fills tables of the journey store anew from the facts. The platform must be down.",
            StoreVerbs::rebuild,
            Verb.Parameter.may(TABLES, "The family of tables, such as `calls`; all without it.")));
  }

  private static int verify(Invocation call) throws Failure {
    Configuration configuration;
    try {
      configuration = ConfigurationFile.read(call.configuration());
    } catch (ConfigurationRefused e) {
      return ConfigVerbs.refused(call, e);
    }
    try (StorePlace place = StorePlace.open(configuration.store(), call.varFolder());
        Connection connection = place.address().connect("ringmaster db verify")) {
      StoreReport report = DialerStore.verifier(configuration.cell().number()).verify(connection);
      WitnessCheck witness =
          call.flag(CEL)
              ? WitnessCheck.of(configuration, call.varFolder(), connection)
              : new WitnessCheck(Map.of(), List.of());
      if (call.json()) {
        Map<String, Object> map = map(report);
        if (call.flag(CEL)) {
          map.put("cel", witness.map());
        }
        call.terminal().json(map);
      } else {
        print(call.terminal(), report);
        witness.print(call.terminal());
      }
      return report.clean() && witness.clean() ? ExitCode.OK : ExitCode.FAILED;
    } catch (IOException e) {
      throw Failure.of("the channel event log is not read: " + e.getMessage());
    } catch (StoreException | SQLException e) {
      throw Failure.of("the journey store is not reached: " + e.getMessage());
    }
  }

  private static void print(Terminal terminal, StoreReport report) {
    terminal.line(
        report.facts() == 0
            ? "No facts are stored."
            : report.facts()
                + " facts, "
                + report.firstSequence()
                + " to "
                + report.lastSequence()
                + ", cell "
                + report.cell());
    for (StoreFinding finding : report.findings()) {
      terminal.line("FOUND " + finding);
    }
    terminal.line(
        report.checks()
            + " checks, "
            + (report.clean() ? "clean" : report.findings().size() + " with findings"));
  }

  private static Map<String, Object> map(StoreReport report) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("clean", report.clean());
    map.put("cell", report.cell());
    map.put("facts", report.facts());
    map.put("firstSequence", report.firstSequence());
    map.put("lastSequence", report.lastSequence());
    map.put("checks", report.checks());
    map.put("findings", report.findings().stream().map(StoreVerbs::map).toList());
    return map;
  }

  private static Map<String, Object> map(StoreFinding finding) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("check", finding.check());
    map.put("meaning", finding.meaning());
    map.put("count", finding.count());
    map.put("examples", finding.examples());
    return map;
  }

  private static int rebuild(Invocation call) throws Failure {
    Configuration configuration;
    try {
      configuration = ConfigurationFile.read(call.configuration());
    } catch (ConfigurationRefused e) {
      return ConfigVerbs.refused(call, e);
    }
    Path folder = call.varFolder().resolve(configuration.journal().folder());
    try (StorePlace place = StorePlace.open(configuration.store(), call.varFolder())) {
      StoreRebuild rebuild =
          new StoreRebuild(place.address(), configuration.cell().number(), folder);
      List<String> rebuilt = rebuild.run(call.optional(TABLES));
      if (call.json()) {
        call.terminal().json(Map.of("rebuilt", rebuilt));
      } else {
        call.terminal().line("Filled anew: " + String.join(", ", rebuilt));
      }
      return ExitCode.OK;
    } catch (StoreException | JournalException e) {
      throw Failure.of(String.valueOf(e.getMessage()));
    }
  }
}
