// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ringmaster.core.routing.Reserve;
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
    somebodyTakesCalls(agents, queue);
    nobodyStarves(queue);
  }

  private void somebodyTakesCalls(List<String> agents, Branch queue) {
    if (!agents.isEmpty() && agents.stream().noneMatch(this::takesCalls)) {
      find(
          queue.placeOf("agents"),
          queue.path()
              + ".agents have all a capacity of 0 by voice: its callers would wait for ever");
    }
  }

  private boolean takesCalls(String agent) {
    Branch keys = root.branch("agents").entries().get(agent);
    return keys == null || keys.map("capacity", Long.class).getOrDefault("voice", 1L) > 0;
  }

  /** Whom a reserve holds back must come through it one day. */
  private void nobodyStarves(Branch queue) {
    if (queue.whole("maxpassedover") > 0) {
      return;
    }
    for (Branch other : root.branch("queues").entries().values()) {
      boolean isAbove =
          !((Reserve) Objects.requireNonNull(other.contentOrNull("reserve"))).isNone()
              && other.whole("weight") > queue.whole("weight");
      List<String> shared = new ArrayList<>(other.list("agents", String.class));
      shared.retainAll(queue.list("agents", String.class));
      if (isAbove && !shared.isEmpty()) {
        find(
            queue.placeOf("maxpassedover"),
            "%s.maxpassedover is 0, and the reserve of %s may keep \"%s\" from its callers for ever"
                .formatted(queue.path(), other.path(), shared.getFirst()));
      }
    }
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
      long has =
          keys == null || !takesCalls(agent)
              ? 0
              : keys.map("skills", Long.class).getOrDefault(skill, 0L);
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
