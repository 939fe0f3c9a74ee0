// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.lab.LabTree;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.ConfigurationRefused;
import org.ringmaster.server.config.NodeSettings;

/** {@code doctor}: looks at everything the platform stands on, and says what to do about it. */
final class Doctor {
  private final Invocation call;
  private final List<Check> checks = new ArrayList<>();

  private Doctor(Invocation call) {
    this.call = call;
  }

  static Verb verb() {
    return Verb.of(
        "doctor",
        "Checks configuration, Asterisk (ARI, AMI, media, endpoints, sounds), clock, disk and"
            + " database, and"
            + " prints what to do where something is not right.",
        call -> new Doctor(call).run());
  }

  private int run() {
    @Nullable Configuration configuration = configuration();
    platform();
    if (configuration != null) {
      for (NodeSettings node : configuration.nodes()) {
        List<Check> ofNode = new AsteriskCheck(configuration, node).checks();
        checks.addAll(ofNode);
        NodeSettings.Ari ari = node.ari();
        if (ari != null && ofNode.stream().noneMatch(one -> one.level() == Check.Level.FAIL)) {
          checks.add(MediaCheck.check(node.id().value(), ari, LocalAddress.towards(node)));
          checks.add(PromptCheck.check(node.id().value(), ari, PromptUse.of(configuration)));
        } else if (node.lab()) {
          LabTree.sounds()
              .map(
                  folder ->
                      PromptCheck.check(node.id().value(), folder, PromptUse.of(configuration)))
              .ifPresent(checks::add);
        }
      }
      checks.addAll(AttestationCheck.checks(configuration));
      checks.addAll(DatabaseCheck.checks(configuration.store(), call.varFolder()));
    }
    checks.add(ClockCheck.check());
    Path journal =
        configuration == null
            ? call.varFolder()
            : call.varFolder().resolve(configuration.journal().folder());
    checks.addAll(DiskCheck.checks(journal));
    boolean well = checks.stream().noneMatch(check -> check.level() == Check.Level.FAIL);
    if (call.json()) {
      call.terminal()
          .json(Map.of("well", well, "checks", checks.stream().map(Check::map).toList()));
    } else {
      print();
    }
    return well ? ExitCode.OK : ExitCode.FAILED;
  }

  private @Nullable Configuration configuration() {
    String file = call.configuration().toString();
    try {
      Configuration read = ConfigurationFile.read(call.configuration());
      checks.add(Check.ok("configuration", file));
      return read;
    } catch (ConfigurationRefused e) {
      checks.add(
          Check.fail(
              "configuration",
              (e.findings().size() == 1 ? "1 finding" : e.findings().size() + " findings")
                  + " in "
                  + file,
              String.valueOf(e.getMessage()).split("\n", -1)));
      return null;
    }
  }

  /** What the running platform says of itself and of what it sees. */
  private void platform() {
    try {
      Platform platform = call.platform();
      for (JsonNode part : platform.health().path("parts")) {
        String what = "platform " + Shown.text(part, "name");
        String detail = Shown.text(part, "detail");
        checks.add(
            part.path("well").asBoolean() ? Check.ok(what, detail) : Check.fail(what, detail));
      }
      for (JsonNode node : platform.get("/api/nodes").path("nodes")) {
        node(node);
      }
      checks.add(Check.ok("platform", "runs at " + platform.address()));
    } catch (Failure e) {
      checks.add(Check.warn("platform", String.valueOf(e.getMessage())));
    }
  }

  private void node(JsonNode node) {
    String what = "node " + Shown.text(node, "id");
    String state = Shown.text(node, "state");
    if (state.equals("connected")) {
      checks.add(Check.ok(what, "connected, Asterisk " + Shown.text(node, "version")));
    } else {
      checks.add(Check.fail(what, state, "see ./ringmaster logs for what was tried"));
    }
  }

  private void print() {
    int widest = checks.stream().mapToInt(check -> TextWidth.of(check.what())).max().orElse(0);
    for (Check check : checks) {
      call.terminal()
          .line(
              (TextWidth.padded(check.word(), 6)
                      + TextWidth.padded(check.what(), widest + 2)
                      + check.detail())
                  .stripTrailing());
      check.fix().forEach(line -> call.terminal().line("        " + line));
    }
  }
}
