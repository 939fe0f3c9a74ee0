// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.queuelog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.talk.ConsultEnd;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.talk.TalkFact;
import org.ringmaster.core.talk.Third;

class TransfersTest {
  private static final CallId CALL = new CallId("call");
  private static final AgentId ANNA = new AgentId("anna");
  private static final AgentId BRUNO = new AgentId("bruno");
  private static final Third THIRD = new Third(new LegId("third"), BRUNO, new OfferId("offer"));

  private final Transfers transfers = new Transfers();

  @BeforeEach
  void aCallIsGoingOn() {
    transfers.apply(
        new AgentFact.Configured(new AgentProfile(BRUNO, null, "1002", null, List.of())));
    transfers.apply(
        new CallFact.BridgeOpened(
            new BridgeId("bridge"), new NodeId("edge"), BridgeKind.TALK, CALL, null));
  }

  @Test
  void whoIsHandedToAQueueAnAgentANumberOrParkedIsTransferredBlindly() {
    transfers.apply(new TalkFact.SentToQueue(CALL, ANNA, new QueueId("support"), 0, null));
    assertTaken("BLINDTRANSFER", "support", "queues");
    sentOn(Destination.agent(BRUNO));
    assertTaken("BLINDTRANSFER", "1002", "agents");
    sentOn(Destination.number("0301234"));
    assertTaken("BLINDTRANSFER", "0301234", "numbers");
    transfers.apply(new TalkFact.Parked(CALL, ANNA, 701, 0, null));
    assertTaken("BLINDTRANSFER", "701", "parkedcalls");
  }

  @Test
  void whoIsGivenToWhomAnAgentAskedIsTransferredIntoTheirBridge() {
    asks();
    transfers.apply(new TalkFact.ConsultAnswered(CALL, ANNA));
    transfers.apply(new TalkFact.GivenTo(CALL, ANNA, BRUNO, new OfferId("offer"), null));
    assertTaken("ATTENDEDTRANSFER", "BRIDGE", "bridge");
    asks();
    transfers.apply(new TalkFact.ConsultAnswered(CALL, ANNA));
    transfers.apply(new TalkFact.PassedOn(CALL, ANNA, Destination.number("0301234"), null));
    assertTaken("ATTENDEDTRANSFER", "BRIDGE", "bridge");
  }

  @Test
  void whoIsGivenAwayWhileThatTelephoneRingsIsTransferredToTheDialling() {
    asks();
    sentOn(Destination.agent(BRUNO));
    assertTaken("ATTENDEDTRANSFER", "APP", "Dial");
    asks();
    transfers.apply(new TalkFact.ConsultEnded(CALL, ANNA, ConsultEnd.CANCELLED, null));
    sentOn(Destination.agent(BRUNO));
    assertTaken("BLINDTRANSFER", "1002", "agents");
  }

  @Test
  void whatIsOnItsWayIsInTheSavedStateAndNothingOfItIsLeftWhenTheCallIsOver() {
    asks();
    sentOn(Destination.agent(BRUNO));
    List<Record> saved = new ArrayList<>();
    transfers.snapshot(saved::add);
    Transfers again = new Transfers();
    saved.forEach(again::restore);
    assertEquals(transfers.take(CALL), again.take(CALL));

    sentOn(Destination.agent(BRUNO));
    transfers.apply(new CallFact.CallEnded(CALL));
    assertNull(transfers.take(CALL));
  }

  private void asks() {
    transfers.apply(new TalkFact.ConsultBegan(CALL, ANNA, Destination.agent(BRUNO), THIRD, null));
  }

  private void sentOn(Destination to) {
    transfers.apply(new TalkFact.SentOn(CALL, ANNA, to, THIRD, false, 0, null));
  }

  private void assertTaken(String event, String... words) {
    assertEquals(new Transfers.Transfer(CALL, event, List.of(words)), transfers.take(CALL));
    assertNull(transfers.take(CALL));
  }
}
