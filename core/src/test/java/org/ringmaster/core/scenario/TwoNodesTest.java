// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;

class TwoNodesTest {
  private static final NodeId WEST = new NodeId("west");

  private final ScenarioPlan plan =
      ScenarioPlan.standard()
          .telephone("1002", TelephoneUse.RUNG, WEST)
          .telephone("1005", TelephoneUse.OPEN, WEST);
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private final ScenarioAgent alice = centre.agent("alice");
  private final ScenarioAgent bob = centre.agent("bob");

  @Test
  void aCallerIsOfferedOnlyToTelephonesOfTheirOwnNode() {
    bob.signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    caller.waits();
    assertFalse(bob.isRung());
    alice.signsIn();
    assertTrue(alice.isRung());
    alice.answers();
    caller.talksWith("alice");
  }

  @Test
  void anAgentServesTheirNodesCallersThoughOthersHaveWaitedLonger() {
    centre.callerRings("500");
    ScenarioCaller west = centre.rings(WEST, "", "500");
    bob.signsIn();
    bob.answers();
    west.talksWith("bob");
  }

  @Test
  void aNodeThatIsAwayLeavesTheOtherAtWork() {
    alice.signsIn();
    bob.signsIn();
    centre.node(WEST).isCutOff();
    ScenarioCaller west = centre.rings(WEST, "", "500");
    ScenarioCaller here = centre.callerRings("500");
    alice.answers();
    here.talksWith("alice");
    centre.node(WEST).isBack();
    bob.answers();
    west.talksWith("bob");
  }

  @Test
  void aNodeThatAnotherInstanceTookGetsNoMoreOffers() {
    alice.signsIn();
    centre.edge().tells(new CallInput.NodeFenced(ScenarioPlan.EDGE));
    int before = centre.commands(org.ringmaster.core.call.CallCommand.OriginateLeg.class).size();
    centre.passes(30);
    assertTrue(
        centre.commands(org.ringmaster.core.call.CallCommand.OriginateLeg.class).size() == before);
    assertFalse(centre.centre().roster().isFree(alice.agent().id()));
  }
}
