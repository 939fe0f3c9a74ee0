// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.Direction;
import org.ringmaster.core.call.Endpoint;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.SeenLeg;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.talk.TalkInput;

/** What people press and whom they call is personal text in every input and fact. */
class PlainNumbersTest {
  private static final FactCodec CODEC = FactCodec.of(Centre.names().build());
  private static final String NUMBER = "+493055512345";

  private record FormerKey(NodeId node, LegId leg, String digit, long durationMillis) {}

  private record FormerDial(AgentId agent, String number, String author) {}

  private record FormerForward(LegId caller, TrunkId trunk, String number) {}

  @Test
  void inputsThatWereRecordedBeforeAreReadAsTheSame() {
    NodeId edge = new NodeId("edge");
    LegId leg = new LegId("l1");
    TrunkId carrier = new TrunkId("carrier");
    AgentId anna = new AgentId("anna");
    assertEquals(
        new CallInput.DigitPressed(edge, leg, "5", 80),
        now("input.call.digit-pressed", new FormerKey(edge, leg, "5", 80)));
    assertEquals(
        new TalkInput.Dial(anna, NUMBER, "anna"),
        now("input.talk.dial", new FormerDial(anna, NUMBER, "anna")));
    assertEquals(
        new CallInput.ForwardDue(leg, carrier, NUMBER),
        now("input.call.forward-due", new FormerForward(leg, carrier, NUMBER)));
  }

  private static Record now(String name, Record former) {
    CodecRegistry then = CodecRegistry.builder().add(name, former.getClass()).build();
    return CODEC.decode(name, FactCodec.of(then).encode(former));
  }

  @Test
  void whatALogSaysThatATelephoneDialledIsMasked() {
    NodeId edge = new NodeId("edge");
    LegId leg = new LegId("l1");
    CallId call = new CallId("c1");
    TelephoneId desk = new TelephoneId("desk");
    String its = CallInput.TELEPHONE;
    for (Record one :
        List.of(
            new CallInput.LegArrived(edge, leg, its, NUMBER, "desk", null, null, false),
            new SeenLeg(leg, LegState.ARRIVED, true, its, NUMBER, "desk", null, null),
            new CallFact.CallStarted(call, edge, Direction.INTERNAL, NUMBER, null, null, null),
            new CallFact.LegArrived(leg, call, edge, LegRole.TELEPHONE, desk, null, NUMBER),
            new QueueFact.Turned(call, leg, NUMBER, false),
            Endpoint.through("carrier", NUMBER))) {
      assertFalse(one.toString().contains("512345"), one.toString());
      assertTrue(one.toString().contains("********45"), one.toString());
    }
    String caller =
        new CallInput.LegArrived(edge, leg, "inbound", "500", "carrier", null, null, false)
            .toString();
    assertTrue(caller.contains("dialled=500, endpoint=carrier,"), "ours is told: " + caller);
  }

  @Test
  void whatALogSaysOfThemIsMaskedAndTheKernelHasThemWhole() {
    TalkInput.Dial dial = new TalkInput.Dial(new AgentId("anna"), NUMBER, "anna");
    assertFalse(dial.toString().contains("512345"), dial.toString());
    assertTrue(dial.toString().contains("********45"), dial.toString());
    assertEquals(NUMBER, dial.number());
    CallInput.ForwardDue due =
        new CallInput.ForwardDue(new LegId("l1"), new TrunkId("carrier"), NUMBER);
    assertFalse(due.toString().contains("512345"), due.toString());
    assertEquals(NUMBER, due.number());
    CallInput.DigitPressed key =
        new CallInput.DigitPressed(new NodeId("edge"), new LegId("l1"), "5", 80);
    assertFalse(key.toString().contains("5"), key.toString());
    assertEquals("5", key.digit());
  }
}
