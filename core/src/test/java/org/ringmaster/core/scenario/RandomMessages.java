// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.voicemail.Message;
import org.ringmaster.core.voicemail.MessageId;
import org.ringmaster.core.voicemail.VoicemailInput;

/** What happens with messages on a {@link RandomDay}. */
final class RandomMessages {
  private static final Author BOSS = new Author("boss");

  private RandomMessages() {}

  /** Somebody leaves a message, or says when it ends; or somebody does something about one. */
  static void step(
      ScenarioCentre centre,
      List<ScenarioCaller> callers,
      Random random,
      List<String> agents,
      Consumer<String> says) {
    List<Message> all = List.copyOf(centre.centre().voicemails().books().messages());
    if (!callers.isEmpty() && random.nextInt(3) > 0) {
      ScenarioCaller caller = callers.get(random.nextInt(callers.size()));
      String key = random.nextBoolean() ? "8" : "#";
      says.accept(caller.leg() + " presses " + key);
      caller.presses(key);
      if (random.nextInt(3) == 0) {
        caller.fallsSilent();
      }
    } else if (!all.isEmpty()) {
      MessageId message = all.get(random.nextInt(all.size())).id();
      int dice = random.nextInt(6);
      says.accept("somebody does " + dice + " with " + message);
      AgentId agent = new AgentId(agents.get(random.nextInt(agents.size())));
      centre.tell(
          switch (dice) {
            case 0 -> new VoicemailInput.Finish(message, BOSS);
            case 1 -> new VoicemailInput.Delete(message, BOSS);
            case 2, 3 -> new VoicemailInput.CallBack(message, agent, BOSS);
            default -> new VoicemailInput.Hear(message, BOSS);
          });
    }
  }

  /** Nobody is greeted or recorded for ever. */
  static void areQuiet(ScenarioCentre centre) {
    assertTrue(
        centre.centre().voicemails().books().messages().stream().noneMatch(Message::isBeingLeft),
        "a message that is being left for ever");
  }
}
