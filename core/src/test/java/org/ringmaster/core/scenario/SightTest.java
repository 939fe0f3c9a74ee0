// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Reach;
import org.ringmaster.core.call.Registration;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;

/** What nodes tell of telephones and trunks. */
class SightTest {
  private static final TelephoneId ALICES = new TelephoneId("1001");
  private static final TrunkId CARRIER = new TrunkId("carrier");
  private static final AgentId ALICE = new AgentId("alice");

  private final ScenarioCentre centre = ScenarioCentre.open(ScenarioPlan.standard());

  @Test
  void onlyWhatChangesOfConfiguredEndpointsIsAFact() {
    tells("1001", Reach.REACHABLE);
    tells("1001", Reach.REACHABLE);
    tells("somebodys", Reach.UNREACHABLE);
    centre.tell(new CallInput.EndpointTold(new NodeId("elsewhere"), "1001", Reach.UNREACHABLE));
    assertEquals(
        List.of(new CallFact.TelephoneSeen(ALICES, Reach.REACHABLE)),
        centre.facts(CallFact.TelephoneSeen.class));
  }

  @Test
  void aTrunkHasReachAndRegistrationOfItsOwn() {
    tells("carrier", Reach.REACHABLE);
    centre.tell(
        new CallInput.RegistrationTold(ScenarioPlan.EDGE, "carrier", Registration.REJECTED));
    assertEquals(
        new CallFact.TrunkSeen(CARRIER, Reach.REACHABLE, Registration.REJECTED),
        centre.last(CallFact.TrunkSeen.class));
    tells("carrier", Reach.UNREACHABLE);
    assertEquals(
        new CallFact.TrunkSeen(CARRIER, Reach.UNREACHABLE, Registration.REJECTED),
        centre.last(CallFact.TrunkSeen.class));
  }

  @Test
  void signingInOnATelephoneThatCannotBeRungWarns() {
    tells("1001", Reach.UNREACHABLE);
    Answer.Accepted warned =
        assertInstanceOf(Answer.Accepted.class, asks(new AgentInput.SignIn(ALICE, ALICES)));
    assertEquals(
        "Signed in, but telephone 1001 cannot be reached now: no call will ring there until it"
            + " registers.",
        warned.detail());
    asks(new AgentInput.SignOut(ALICE));
    tells("1001", Reach.REACHABLE);
    assertEquals(new Answer.Accepted(""), asks(new AgentInput.SignIn(ALICE, ALICES)));
  }

  @Test
  void whatWasToldIsOpenAgainWhenNobodyTellsAnyMoreAndAfterARestart() {
    tells("1001", Reach.REACHABLE);
    tells("carrier", Reach.REACHABLE);
    centre.tell(new CallInput.EndpointsUnseen(ScenarioPlan.EDGE));
    assertEquals(Reach.UNKNOWN, reach());
    assertEquals(
        new CallFact.TrunkSeen(CARRIER, Reach.UNKNOWN, Registration.NONE),
        centre.last(CallFact.TrunkSeen.class));
    tells("1001", Reach.UNREACHABLE);
    assertEquals(Reach.UNREACHABLE, centre.restored().calls().books().reachOf(ALICES));
    centre.dies();
    centre.comesBack();
    assertEquals(Reach.UNKNOWN, reach());
  }

  private Reach reach() {
    return centre.centre().calls().books().reachOf(ALICES);
  }

  private Answer asks(Input input) {
    return java.util.Objects.requireNonNull(centre.tell(input));
  }

  private void tells(String endpoint, Reach reach) {
    centre.tell(new CallInput.EndpointTold(ScenarioPlan.EDGE, endpoint, reach));
  }
}
