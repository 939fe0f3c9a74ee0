// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.ringmaster.server.config.Key.may;
import static org.ringmaster.server.config.Key.preset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ringmaster.core.recording.RecordingPolicy;
import org.ringmaster.server.config.ValueType.ListOf;
import org.ringmaster.server.config.ValueType.Section;

/** The keys about what of talks is recorded. */
final class RecordingKeys {
  private static final ListOf PROMPTS = new ListOf(Scalars.prompt(), "[this-call-is-recorded]");

  /** Of a queue, and of the calls that agents make; in the order of the page. */
  static final List<Key> ALL =
      List.of(
          preset(
              "recording",
              Scalars.choice(policies()),
              "never",
              "Which talks are recorded: `never`; `on-demand` those for which the agent or a"
                  + " supervisor asks; `all`, which may be paused and stopped; `forced` all, which"
                  + " nobody may pause or stop but for the digits of a card."),
          preset(
              "recordingkeep",
              Scalars.duration("0", "36500d"),
              "90d",
              "How long recordings are kept; 0 is for ever. What was recorded before keeps the time"
                  + " that was set then."),
          may(
              "recordingannounce",
              PROMPTS,
              "What caller and agent hear when the recording of a call begins, such as a file of yours"
                  + " that says so."),
          may(
              "recordingtellagent",
              PROMPTS,
              "What the agent alone hears when their talk begins to be recorded, such as beep."));

  static final Key RECORDING =
      may(
          "recording",
          Section.of(
              preset(
                  "folder",
                  Scalars.path(),
                  "recordings",
                  "Where recorded files are kept; a relative path counts from the `var` folder."),
              preset(
                  "cardtime",
                  Scalars.duration("10s", "1h"),
                  "3m",
                  "After how long a recording goes on by itself that an agent paused to take the digits"
                      + " of a card."),
              may(
                  "outgoing",
                  new Section(ALL),
                  "How calls that agents make themselves are recorded; the keys are those of a"
                      + " queue.")),
          "Recordings of talks. Which talks are recorded is said by their queues.");

  private RecordingKeys() {}

  static String[] policies() {
    return Arrays.stream(RecordingPolicy.values()).map(RecordingKeys::word).toArray(String[]::new);
  }

  /** How a policy is called in the file. */
  static String word(RecordingPolicy policy) {
    return policy.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
