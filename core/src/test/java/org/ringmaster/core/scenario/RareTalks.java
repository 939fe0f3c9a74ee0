// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

/** Turns that conversations take so seldom that no random day can be relied on for them. */
final class RareTalks {
  private static final Destination BOB = Destination.agent(new AgentId("bob"));
  private static final String EXPERT = "0301234";

  private final ScenarioCentre centre =
      ScenarioCentre.open(
          ScenarioPlan.standard()
              .queue(ScenarioQueue.named("sales").servedBy("alice"))
              .allowsNumber("_0X.", "carrier"));
  private final ScenarioAgent alice = centre.agent("alice").signsIn();
  private final ScenarioAgent bob = centre.agent("bob").signsIn();
  private final ScenarioCaller caller = centre.callerRings("500");

  private RareTalks() {
    alice.answers();
  }

  static void all() {
    new RareTalks().anAgentGivesAwayWhileTurnedToTheCaller();
    new RareTalks().anAgentGivesToAnotherWhileTurnedToTheCaller();
    new RareTalks().theCallerGoesWhileTurnedTo();
    new RareTalks().anAgentLeavesAConferenceWithANumber();
    new RareTalks().anAgentJoinsAllWhileTurnedToTheCaller();
    new RareTalks().theCallerGoesWhileAllAreTogether();
    new RareTalks().whoTookTheCallerIsGoneBeforeTheyTalk(false);
    new RareTalks().whoTookTheCallerIsGoneBeforeTheyTalk(true);
    new RareTalks().bothAgentsAreFoundGone(() -> {}, false);
    new RareTalks().bothAgentsAreFoundGone(() -> {}, true);
    RareTalks swapped = new RareTalks();
    swapped.bothAgentsAreFoundGone(swapped.alice::swaps, true);
    RareTalks together = new RareTalks();
    together.bothAgentsAreFoundGone(together.alice::joinsAll, true);
  }

  private void anAgentGivesAwayWhileTurnedToTheCaller() {
    alice.consults(Destination.number(EXPERT));
    centre.answersAt(EXPERT);
    alice.swaps().completes();
    caller.talksWithNumber(EXPERT);
  }

  private void anAgentGivesToAnotherWhileTurnedToTheCaller() {
    alice.consults(BOB);
    bob.answers();
    alice.swaps().completes();
    caller.talksWith("bob");
  }

  private void anAgentJoinsAllWhileTurnedToTheCaller() {
    alice.consults(BOB);
    bob.answers();
    alice.swaps().joinsAll();
    caller.hearsAll("alice", "bob");
  }

  private void theCallerGoesWhileAllAreTogether() {
    alice.consults(BOB);
    bob.answers();
    alice.joinsAll();
    caller.hangsUp();
    bob.isLeftAlone();
  }

  private void anAgentLeavesAConferenceWithANumber() {
    alice.consults(Destination.number(EXPERT));
    centre.answersAt(EXPERT);
    alice.joinsAll().completes();
    caller.talksWithNumber(EXPERT);
  }

  private void theCallerGoesWhileTurnedTo() {
    alice.consults(BOB);
    bob.answers();
    alice.swaps();
    caller.hangsUp();
    bob.isLeftAlone();
  }

  private void bothAgentsAreFoundGone(Runnable meanwhile, boolean answered) {
    alice.consults(BOB);
    if (answered) {
      bob.answers();
    }
    meanwhile.run();
    centre.passes(5);
    centre.dies();
    alice.hangsUp();
    bob.hangsUp();
    centre.comesBack();
    caller.isThere();
    alice.answers();
    caller.talksWith("alice");
  }

  private void whoTookTheCallerIsGoneBeforeTheyTalk(boolean onHold) {
    alice.handsTo(BOB);
    centre.edge().refuses(CallCommand.JoinBridge.class, 500);
    bob.answers();
    if (onHold) {
      bob.holds();
    }
    bob.hangsUp();
    centre.edge().obeys();
    centre.passes(60);
    caller.isThere();
  }
}
