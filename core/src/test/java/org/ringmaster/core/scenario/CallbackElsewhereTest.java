// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.testing.ScenarioCallback;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioQueue;

/** Nobody is called back while they are in another call. */
class CallbackElsewhereTest extends CallbackScenario {

  @Test
  void whomSomebodyElseCallsWaitsUntilThatIsOverAndNobodyBehindThemDoes() {
    Set<Personal> elsewhere = new HashSet<>();
    elsewhere.add(new Personal(ANNA));
    centre.centre().callbacks().waitFor(elsewhere::contains);
    asks(ANNA);
    asks(BERT);
    centre.agent("alice").signsIn();
    assertFalse(centre.edge().rings(ANNA), "called twice at a time");
    assertTrue(centre.edge().rings(BERT));
    elsewhere.clear();
    centre.agent("dave").signsIn();
    assertTrue(centre.edge().rings(ANNA));
  }

  @Test
  void whoHasRungAgainForSomethingElseIsNotCalledBackWhileTheyAreOnTheLine() {
    centre.rereads(
        plan.queue(ScenarioQueue.named("support").servedBy("bob")).number("501", "support"));
    asks(ANNA);
    ScenarioCaller again = centre.rings(ANNA.substring(1), "501"); // As some carriers write it.
    again.waits();
    centre.agent("alice").signsIn();
    assertFalse(centre.edge().rings(ANNA), "a busy tone, and a try in vain");
    again.hangsUp();
    centre.passes(40);
    assertTrue(centre.edge().rings(ANNA));
  }

  @Test
  void whoAskedTwiceIsNotCalledBackTwiceAtATime() {
    centre.rereads(
        plan.queue(ScenarioQueue.named("support").servedBy("bob").key("5", WaitChoice.CALLBACK))
            .callbacks(ScenarioCallback.of("support").through("out"))
            .number("501", "support"));
    asks(ANNA);
    ScenarioCaller again = centre.rings(ANNA, "501");
    again.presses("5");
    again.presses("1");
    centre.passes(3);
    centre.agent("alice").signsIn();
    centre.agent("bob").signsIn();
    assertEquals(1, dialled());
    centre.passes(180);
    assertTrue(dialled() > 1, "the other one waits until the first is over");
  }
}
