// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.cel.BookCheck;
import org.ringmaster.aribridge.cel.BookDifference;
import org.ringmaster.aribridge.cel.CelFiles;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabAsterisk;
import org.ringmaster.server.LabRoom;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.NodeSettings;

/**
 * Compares the journey store with what each node's Asterisk wrote in its channel event log, for
 * nodes whose log is on this machine.
 *
 * @param outcomes by node
 * @param without nodes whose log is elsewhere
 */
record WitnessCheck(Map<NodeId, BookCheck.Outcome> outcomes, List<NodeId> without) {

  static WitnessCheck of(Configuration configuration, Path varFolder, Connection connection)
      throws SQLException, IOException {
    Map<NodeId, BookCheck.Outcome> outcomes = new LinkedHashMap<>();
    List<NodeId> without = new ArrayList<>();
    Optional<Lab> lab = Lab.find(LabRoom.name(varFolder));
    for (NodeSettings node : configuration.nodes()) {
      Path file = node.lab() ? inLab(lab, node.id()) : node.celFile();
      if (file == null) {
        without.add(node.id());
      } else {
        outcomes.put(
            node.id(),
            BookCheck.compare(
                BookedLegs.of(connection, configuration.cell().number(), node.id()),
                CelFiles.legs(List.of(file))));
      }
    }
    return new WitnessCheck(outcomes, without);
  }

  private static @Nullable Path inLab(Optional<Lab> lab, NodeId node) {
    return lab.stream()
        .flatMap(running -> running.edges().stream())
        .filter(edge -> edge.node().value().equals(node.value()))
        .map(LabAsterisk::celFile)
        .findFirst()
        .orElse(null);
  }

  /** Whether every node's witness agrees. */
  boolean clean() {
    return outcomes.values().stream().allMatch(BookCheck.Outcome::clean);
  }

  void print(Terminal terminal) {
    outcomes.forEach(
        (node, outcome) -> {
          outcome.differences().forEach(each -> terminal.line("DIFFERS " + each));
          terminal.line(
              "CEL of "
                  + node
                  + ": "
                  + outcome.differences().size()
                  + " differences, "
                  + outcome.agreed()
                  + " legs agree, "
                  + outcome.live()
                  + " live, "
                  + outcome.helpers()
                  + " helper legs, "
                  + outcome.neverMade()
                  + " never made, "
                  + outcome.notOurs()
                  + " not ours, "
                  + outcome.endsNotSeen()
                  + " ends not seen, "
                  + outcome.beforeLog()
                  + " before the log");
        });
    without.forEach(node -> terminal.line("CEL of " + node + ": not on this machine"));
  }

  Map<String, Object> map() {
    Map<String, Object> nodes = new LinkedHashMap<>();
    outcomes.forEach(
        (node, outcome) -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("clean", outcome.clean());
          one.put("agreed", outcome.agreed());
          one.put("differences", outcome.differences().stream().map(WitnessCheck::map).toList());
          one.put("live", outcome.live());
          one.put("helpers", outcome.helpers());
          one.put("neverMade", outcome.neverMade());
          one.put("notOurs", outcome.notOurs());
          one.put("endsNotSeen", outcome.endsNotSeen());
          one.put("beforeLog", outcome.beforeLog());
          nodes.put(node.value(), one);
        });
    return nodes;
  }

  private static Map<String, Object> map(BookDifference difference) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("leg", difference.leg().value());
    map.put("what", difference.what());
    map.put("booked", difference.booked());
    map.put("witnessed", difference.witnessed());
    return map;
  }
}
