// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.ConfigurationRefused;

/**
 * {@code campaign validate}: all reasons at once why campaigns of the file would not dial now. One
 * thread; what cannot be asked because the platform does not run is said.
 */
final class CampaignCheck {
  private static final String CAMPAIGN = "CAMPAIGN";

  private final Configuration read;
  private final JsonNode campaigns;
  private final JsonNode agents;
  private final JsonNode trunks;

  private CampaignCheck(Configuration read, Platform platform) throws Failure {
    this.read = read;
    campaigns = platform.get("/api/campaigns").path("campaigns");
    agents = platform.get("/api/agents").path("agents");
    trunks = platform.get("/api/trunks").path("trunks");
  }

  static Verb verb() {
    return Verb.of(
        "campaign validate",
        "Says everything that would keep a campaign from dialling now, and what bounds it: what"
            + " config check finds, and its lists, agents, trunk and state.",
        CampaignCheck::validate,
        Verb.Parameter.may(CAMPAIGN, "The campaign's name; all of the file without it."));
  }

  private static int validate(Invocation call) throws Failure {
    Configuration read;
    try {
      read = ConfigurationFile.read(call.configuration());
    } catch (ConfigurationRefused refused) {
      return ConfigVerbs.refused(call, refused);
    }
    Optional<String> one = call.optional(CAMPAIGN);
    List<CampaignPlan> plans =
        read.campaigns().stream()
            .filter(plan -> one.isEmpty() || plan.id().value().equals(one.get()))
            .toList();
    if (plans.isEmpty()) {
      throw Failure.of(
          one.map(name -> "No campaign " + name + " is in ").orElse("No campaign is in ")
              + call.configuration()
              + ".");
    }
    CampaignCheck check = new CampaignCheck(read, call.platform());
    Map<CampaignPlan, List<String>> reasons = new LinkedHashMap<>();
    plans.forEach(plan -> reasons.put(plan, check.reasons(plan)));
    tell(call, reasons);
    return reasons.values().stream().allMatch(List::isEmpty) ? ExitCode.OK : ExitCode.FAILED;
  }

  private static void tell(Invocation call, Map<CampaignPlan, List<String>> reasons) {
    List<Map<String, Object>> rows = new ArrayList<>();
    reasons.forEach(
        (plan, why) -> {
          List<String> bounds = plan.limits().sentences(plan.hours().zone());
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("id", plan.id().value());
          row.put("ok", why.isEmpty());
          row.put("reasons", why);
          row.put("bounds", bounds);
          rows.add(row);
          if (!call.json()) {
            call.terminal()
                .line(
                    plan.id()
                        + (why.isEmpty()
                            ? ": nothing is found that keeps it from dialling."
                            : " does not dial, because:"));
            why.forEach(reason -> call.terminal().line("  - " + reason));
            bounds.forEach(bound -> call.terminal().line("  " + bound));
          }
        });
    if (call.json()) {
      call.terminal().json(Map.of("campaigns", rows));
    }
  }

  private List<String> reasons(CampaignPlan plan) {
    List<String> reasons = new ArrayList<>();
    JsonNode row = named(campaigns, plan.id().value());
    if (row.isMissingNode()) {
      reasons.add("The running platform does not know it yet: ringmaster config reload.");
    } else {
      state(plan, row, reasons);
      lists(plan, row, reasons);
    }
    if (plan.mode() != CampaignMode.AGENTLESS) {
      agents(plan, reasons);
    }
    trunk(plan, reasons);
    return reasons;
  }

  private static void state(CampaignPlan plan, JsonNode row, List<String> reasons) {
    String state = row.path("state").asText();
    if (row.path("diallingStopped").asBoolean()) {
      reasons.add("All dialling is stopped by hand: ringmaster campaign unhalt.");
    }
    switch (state) {
      case "running" -> {
        String limit = row.path("limit").asText();
        if (BINDING.contains(limit)) {
          reasons.add("It runs, but " + row.path("why").asText() + ".");
        }
      }
      case "closed" -> reasons.add("It is closed for good.");
      default ->
          reasons.add(
              "It does not run (%s): ringmaster campaign start %s.".formatted(state, plan.id()));
    }
  }

  /** Limits of a running campaign under which nobody is dialled however many agents are idle. */
  private static final List<String> BINDING =
      List.of(
          "too-early",
          "spend",
          "queue-closed",
          "trunk-fails",
          "protection-missing",
          "list-missing",
          "caller-ids");

  private static void lists(CampaignPlan plan, JsonNode row, List<String> reasons) {
    if (row.path("lists").isEmpty()) {
      reasons.add("No list is loaded: ringmaster list import %s FILE.".formatted(plan.id()));
    } else if (row.path("dialable").asInt() == 0) {
      reasons.add("No lead of its lists is left that may be dialled.");
    }
  }

  private void agents(CampaignPlan plan, List<String> reasons) {
    Optional<Queue> queue =
        read.queues().stream().filter(one -> one.id().equals(plan.queue())).findFirst();
    if (queue.isEmpty() || queue.get().agents().isEmpty()) {
      reasons.add("Its queue %s has no agents.".formatted(plan.queue()));
      return;
    }
    for (JsonNode agent : agents) {
      boolean serves = false;
      for (JsonNode one : agent.path("queues")) {
        serves |= one.asText().equals(plan.queue().value());
      }
      if (serves && !agent.path("state").asText().equals("signed-out")) {
        return;
      }
    }
    reasons.add("No agent of its queue %s is signed in.".formatted(plan.queue()));
  }

  private void trunk(CampaignPlan plan, List<String> reasons) {
    JsonNode trunk = named(trunks, plan.trunk().value());
    if (trunk.isMissingNode()) {
      reasons.add("The running platform does not know its trunk %s.".formatted(plan.trunk()));
    } else if (!trunk.path("nodeState").asText().equals("connected")) {
      reasons.add(
          "The node %s of its trunk %s is %s."
              .formatted(
                  trunk.path("node").asText(), plan.trunk(), trunk.path("nodeState").asText()));
    } else if (trunk.path("reach").asText().equals("unreachable")) {
      reasons.add("Its trunk %s does not answer.".formatted(plan.trunk()));
    }
  }

  private static JsonNode named(JsonNode rows, String id) {
    for (JsonNode row : rows) {
      if (row.path("id").asText().equals(id)) {
        return row;
      }
    }
    return rows.path("none");
  }
}
