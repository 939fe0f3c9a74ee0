// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.voicemail.VoicemailPlan;
import org.ringmaster.server.config.HearingKeys.Choice;

/** Makes of a file how queues take messages: those to whose mailbox something leads. */
final class VoicemailReader {

  /** What {@code overflow} says instead of keys. */
  static final String WORD = "voicemail";

  private final Branch root;

  VoicemailReader(Branch root) {
    this.root = root;
  }

  List<VoicemailPlan> plans() {
    List<VoicemailPlan> plans = new ArrayList<>();
    root.branch("queues")
        .entries()
        .forEach(
            (queue, keys) -> {
              if (isReached(root, queue, keys)) {
                plans.add(plan(queue, keys.branch("voicemail")));
              }
            });
    return plans;
  }

  /** Whether a caller can come to a queue's mailbox. */
  static boolean isReached(Branch root, String queue, Branch keys) {
    boolean byOverflow =
        keys.given("overflow").filter(value -> value.content().equals(WORD)).isPresent();
    boolean byKey =
        keys.map("keys", Choice.class).values().stream()
            .anyMatch(choice -> choice.what() == WaitChoice.VOICEMAIL);
    boolean byNumber =
        root.branch("numbers").entries().values().stream()
            .anyMatch(
                number ->
                    number.given("queue").filter(to -> to.content().equals(queue)).isPresent()
                        && number.yes("closedvoicemail"));
    return byOverflow || byKey || byNumber || ClosingKeys.leadsToVoicemail(keys);
  }

  private static VoicemailPlan plan(String queue, Branch keys) {
    return new VoicemailPlan(
        new QueueId(queue),
        prompts(keys, "greeting", "vm-intro"),
        prompts(keys, "thanks", "auth-thankyou", "vm-goodbye"),
        prompts(keys, "tooshort", "vm-tooshort", "vm-goodbye"),
        prompts(keys, "failed", "please-try-call-later", "vm-goodbye"),
        prompts(keys, "full", "vm-mailboxfull", "vm-goodbye"),
        keys.whole("maxmessage"),
        keys.whole("maxsilence"),
        keys.whole("minmessage"),
        keys.wholeInt("maxmsg"),
        keys.whole("keep"));
  }

  private static List<Prompt> prompts(Branch keys, String key, String... usual) {
    List<Prompt> given = keys.list(key, Prompt.class);
    return given.isEmpty() ? Stream.of(usual).map(Prompt::sound).toList() : given;
  }
}
