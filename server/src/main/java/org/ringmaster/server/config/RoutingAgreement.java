// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.List;
import java.util.Map;
import org.ringmaster.server.config.RoutingKeys.Relaxed;

/** What a queue asks of agents must be asked of its own agents, and somebody must have it. */
final class RoutingAgreement {

  private final Branch root;
  private final List<Finding> findings;

  RoutingAgreement(Branch root, List<Finding> findings) {
    this.root = root;
    this.findings = findings;
  }

  void check(Branch queue) {
    List<String> agents = queue.list("agents", String.class);
    for (String agent : queue.map("penalties", Long.class).keySet()) {
      if (!agents.contains(agent)) {
        find(
            queue.placeOf("penalties"),
            queue.path() + ".penalties names \"" + agent + "\", who does not serve it");
      }
    }
    Map<String, Long> skills = queue.map("skills", Long.class);
    for (Value item : queue.items("relax")) {
      Relaxed relaxed = (Relaxed) item.content();
      if (!skills.containsKey(relaxed.skill().value())) {
        find(
            item.place(),
            "%s.relax names \"%s\", which is not among its skills%s"
                .formatted(
                    queue.path(),
                    relaxed.skill(),
                    Nearest.hint(relaxed.skill().value(), skills.keySet())));
      }
    }
    skills.forEach((skill, level) -> somebodyHas(skill, level, agents, queue));
  }

  private void somebodyHas(String skill, long level, List<String> agents, Branch queue) {
    long least = level;
    for (Relaxed relaxed : queue.list("relax", Relaxed.class)) {
      if (relaxed.skill().value().equals(skill)) {
        least = Math.min(least, relaxed.level());
      }
    }
    Map<String, Branch> known = root.branch("agents").entries();
    for (String agent : agents) {
      Branch keys = known.get(agent);
      long has = keys == null ? 0 : keys.map("skills", Long.class).getOrDefault(skill, 0L);
      if (has >= least) {
        return;
      }
    }
    find(
        queue.placeOf("skills"),
        "%s.skills asks for \"%s\" at %d, and none of its agents has it: its callers would wait for"
                .formatted(queue.path(), skill, least)
            + " ever. Give it to an agent, or relax it to 0");
  }

  private void find(Place place, String text) {
    findings.add(new Finding(place, text));
  }
}
