// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Verbs about trunks, telephones and nodes. */
final class NodeVerbs {
  private NodeVerbs() {}

  static List<Verb> all() {
    return List.of(
        Verb.of("trunk show", "Shows the trunks and how much they carry.", NodeVerbs::trunks),
        Verb.of(
            "telephone show",
            "Shows the telephones, whether they can be rung, and who is on them.",
            NodeVerbs::telephones),
        Verb.of("node show", "Shows the Asterisks and whether we see them.", NodeVerbs::nodes));
  }

  private static int trunks(Invocation call) throws Failure {
    JsonNode answer = call.platform().get("/api/trunks");
    if (call.json()) {
      call.terminal().json(answer);
      return ExitCode.OK;
    }
    Table table =
        new Table(
            "Trunk",
            "Node",
            "State",
            "Carrier",
            "Registration",
            ">In",
            ">Out",
            ">Limit",
            ">Calls/s",
            "Attestation");
    for (JsonNode trunk : answer.path("trunks")) {
      table.add(
          Shown.text(trunk, "id"),
          Shown.text(trunk, "node"),
          Shown.text(trunk, "nodeState"),
          Shown.text(trunk, "reach"),
          Shown.text(trunk, "registration"),
          Shown.text(trunk, "legsIn"),
          Shown.text(trunk, "legsOut"),
          Shown.limit(trunk, "maxLegs"),
          Shown.limit(trunk, "legsPerSecond"),
          Shown.text(trunk, "attestation"));
    }
    call.terminal().lines(table.lines());
    return ExitCode.OK;
  }

  private static int telephones(Invocation call) throws Failure {
    JsonNode answer = call.platform().get("/api/telephones");
    if (call.json()) {
      call.terminal().json(answer);
      return ExitCode.OK;
    }
    Table table = new Table("Telephone", "Node", "Use", "State", "Agent");
    for (JsonNode telephone : answer.path("telephones")) {
      table.add(
          Shown.text(telephone, "id"),
          Shown.text(telephone, "node"),
          Shown.text(telephone, "use"),
          telephone.path("engaged").asBoolean()
              ? "in another call"
              : Shown.text(telephone, "reach"),
          Shown.text(telephone, "agent"));
    }
    call.terminal().lines(table.lines());
    return ExitCode.OK;
  }

  private static int nodes(Invocation call) throws Failure {
    JsonNode answer = call.platform().get("/api/nodes");
    if (call.json()) {
      call.terminal().json(answer);
      return ExitCode.OK;
    }
    Table table = new Table("Node", "State", ">For", "Asterisk", ">Up", ">Legs");
    long now = System.currentTimeMillis();
    for (JsonNode node : answer.path("nodes")) {
      table.add(
          Shown.text(node, "id"),
          Shown.text(node, "state"),
          Shown.since(node, "sinceMillis", now),
          Shown.text(node, "version"),
          Shown.since(node, "startedAtMillis", now),
          Shown.text(node, "legs"));
    }
    call.terminal().lines(table.lines());
    return ExitCode.OK;
  }
}
