// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.recording.RecordingPlan;
import org.ringmaster.core.recording.RecordingPolicy;
import org.ringmaster.core.recording.RecordingRules;

/** Makes the rules of recording of a file without findings. */
final class RecordingReader {

  private RecordingReader() {}

  static RecordingSettings recording(Branch root) {
    List<RecordingPlan> plans = new ArrayList<>();
    Set<String> overruled = new HashSet<>();
    root.branch("campaigns").entries().values().stream()
        .filter(campaign -> campaign.given("recording").isPresent())
        .forEach(campaign -> overruled.add(campaign.text("queue")));
    root.branch("queues")
        .entries()
        .forEach(
            (name, keys) -> {
              // What else a plan says holds for a campaign's calls, too.
              RecordingPlan plan = plan(new QueueId(name), keys);
              if (plan.policy() != RecordingPolicy.NEVER || overruled.contains(name)) {
                plans.add(plan);
              }
            });
    Branch keys = root.branch("recording");
    keys.givenBranch("outgoing")
        .map(outgoing -> plan(null, outgoing))
        .filter(plan -> plan.policy() != RecordingPolicy.NEVER)
        .ifPresent(plans::add);
    return new RecordingSettings(
        new RecordingRules(plans, keys.whole("cardtime")), Path.of(keys.text("folder")));
  }

  static RecordingPolicy policy(Branch keys) {
    return RecordingPolicy.valueOf(
        keys.text("recording").toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static RecordingPlan plan(@Nullable QueueId queue, Branch keys) {
    return new RecordingPlan(
        queue,
        policy(keys),
        keys.whole("recordingkeep"),
        keys.list("recordingannounce", Prompt.class),
        keys.list("recordingtellagent", Prompt.class));
  }
}
