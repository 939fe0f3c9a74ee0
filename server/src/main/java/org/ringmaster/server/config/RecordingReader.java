// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    root.branch("queues")
        .entries()
        .forEach((name, keys) -> add(plan(new QueueId(name), keys), plans));
    Branch keys = root.branch("recording");
    keys.givenBranch("outgoing").ifPresent(outgoing -> add(plan(null, outgoing), plans));
    return new RecordingSettings(
        new RecordingRules(plans, keys.whole("cardtime")), Path.of(keys.text("folder")));
  }

  /** What is never recorded needs no plan. */
  private static void add(RecordingPlan plan, List<RecordingPlan> plans) {
    if (plan.policy() != RecordingPolicy.NEVER) {
      plans.add(plan);
    }
  }

  private static RecordingPlan plan(@Nullable QueueId queue, Branch keys) {
    return new RecordingPlan(
        queue,
        RecordingPolicy.valueOf(keys.text("recording").toUpperCase(Locale.ROOT).replace('-', '_')),
        keys.whole("recordingkeep"),
        keys.list("recordingannounce", Prompt.class),
        keys.list("recordingtellagent", Prompt.class));
  }
}
