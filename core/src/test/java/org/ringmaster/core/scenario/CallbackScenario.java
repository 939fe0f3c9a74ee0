// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ringmaster.core.callback.Callback;
import org.ringmaster.core.callback.CallbackEnd;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.testing.ScenarioCallback;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

/** A centre whose one queue calls its callers back, and what is asked of it. */
abstract class CallbackScenario {
  static final String ANNA = "+4930111111";
  static final String BERT = "+4930222222";
  static final Author BOSS = new Author("boss");

  final ScenarioPlan plan =
      ScenarioPlan.standard()
          .trunk("out", 0, 0)
          .allowsNumber(ANNA, "out")
          .queue(
              ScenarioQueue.named("sales").servedBy("alice", "dave").key("5", WaitChoice.CALLBACK))
          .callbacks(ScenarioCallback.of("sales").through("out"));
  final ScenarioCentre centre = ScenarioCentre.open(plan);

  /** Asks for a callback, and has heard the last words and is hung up. */
  ScenarioCaller asks(String number) {
    ScenarioCaller caller = chooses(number);
    centre.passes(3);
    return caller;
  }

  /** Asks for a callback, and still hears the last words. */
  ScenarioCaller chooses(String number) {
    ScenarioCaller caller = centre.rings(number, "500");
    caller.presses("5");
    caller.presses("1");
    return caller;
  }

  void agentFirst() {
    centre.rereads(plan.callbacks(ScenarioCallback.of("sales").through("out").agentFirst()));
  }

  Callback theOne() {
    assertEquals(1, centre.centre().callbacks().books().callbacks().size());
    return centre.centre().callbacks().books().callbacks().iterator().next();
  }

  CallbackEnd end() {
    assertTrue(centre.centre().callbacks().books().callbacks().isEmpty(), "one is not over");
    return centre.last(CallbackFact.Ended.class).end();
  }

  int dialled() {
    return centre.count(CallbackFact.Dialled.class);
  }
}
