// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.board.CallRow;
import org.ringmaster.core.board.CallStage;
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
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.talk.TalkInput;

/** What people press and whom they call is personal text in every input and fact. */
class PlainNumbersTest {
  private static final FactCodec CODEC = FactCodec.of(Centre.names().build());
  private static final String NUMBER = "+493055512345";

  private record FormerKey(NodeId node, LegId leg, String digit, long durationMillis) {}

  private record FormerDial(AgentId agent, String number, String author) {}

  private record FormerForward(LegId caller, TrunkId trunk, String number) {}

  private record FormerArrival(
      NodeId node,
      LegId leg,
      String entry,
      String dialled,
      String endpoint,
      @Nullable Personal callerNumber,
      @Nullable Personal callerName,
      boolean up) {}

  private record FormerStart(CallId call, NodeId node, Direction direction, String dialled) {}

  private record FormerLeg(
      LegId leg,
      CallId call,
      NodeId node,
      LegRole role,
      @Nullable TelephoneId telephone,
      @Nullable TrunkId trunk,
      String dialled) {}

  private record FormerTurn(CallId call, LegId leg, String dialled, boolean closed) {}

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

  @Test
  void whatATelephoneDialledBeforeIsReadAsTheSame() {
    NodeId edge = new NodeId("edge");
    LegId leg = new LegId("l1");
    CallId call = new CallId("c1");
    TelephoneId desk = new TelephoneId("desk");
    String its = CallInput.TELEPHONE;
    assertEquals(
        new CallInput.LegArrived(edge, leg, its, NUMBER, "desk", null, null, true),
        now(
            "input.call.leg-arrived",
            new FormerArrival(edge, leg, its, NUMBER, "desk", null, null, true)));
    assertEquals(
        new CallFact.CallStarted(call, edge, Direction.INTERNAL, NUMBER, null, null, null),
        now("fact.call.call-started", new FormerStart(call, edge, Direction.INTERNAL, NUMBER)));
    assertEquals(
        new CallFact.CallStarted(call, edge, Direction.INBOUND, "500", null, null, null),
        now("fact.call.call-started", new FormerStart(call, edge, Direction.INBOUND, "500")));
    assertEquals(
        new CallFact.LegArrived(leg, call, edge, LegRole.TELEPHONE, desk, null, NUMBER),
        now(
            "fact.call.leg-arrived",
            new FormerLeg(leg, call, edge, LegRole.TELEPHONE, desk, null, NUMBER)));
    assertEquals(
        new QueueFact.Turned(call, leg, NUMBER, true),
        now("fact.queue.turned", new FormerTurn(call, leg, NUMBER, true)));
  }

  private static Record now(String name, Record former) {
    CodecRegistry then = CodecRegistry.builder().add(name, former.getClass()).build();
    return CODEC.decode(name, FactCodec.of(then).encode(former));
  }

  /** All that tells what a telephone dialled, and that is kept. */
  private static List<Record> dialled() {
    NodeId edge = new NodeId("edge");
    LegId leg = new LegId("l1");
    CallId call = new CallId("c1");
    TelephoneId desk = new TelephoneId("desk");
    String its = CallInput.TELEPHONE;
    return List.of(
        new CallInput.LegArrived(edge, leg, its, NUMBER, "desk", null, null, false),
        new CallInput.NodeListed(
            edge,
            List.of(new SeenLeg(leg, LegState.ARRIVED, true, its, NUMBER, "desk", null, null)),
            List.of()),
        new CallFact.CallStarted(call, edge, Direction.INTERNAL, NUMBER, null, null, null),
        new CallFact.LegArrived(leg, call, edge, LegRole.TELEPHONE, desk, null, NUMBER),
        new QueueFact.Turned(call, leg, NUMBER, false),
        row(call, edge));
  }

  /** A line of a snapshot in which that stood in clear. */
  private static CallRow row(CallId call, NodeId edge) {
    return new CallRow(
        call,
        edge,
        Direction.INTERNAL,
        NUMBER,
        null,
        null,
        0,
        CallStage.STARTED,
        0,
        null,
        null,
        0,
        null,
        null,
        0,
        null,
        null);
  }

  @Test
  void whatATelephoneDialledIsPersonalInAllThatIsKept() {
    for (Record one : dialled()) {
      String clear = new String(CODEC.encode(one, EncodeMode.HASH), StandardCharsets.ISO_8859_1);
      assertFalse(clear.contains("512345"), one.toString());
    }
  }

  @Test
  void whatALogSaysThatATelephoneDialledIsMasked() {
    NodeId edge = new NodeId("edge");
    LegId leg = new LegId("l1");
    List<Record> told = new ArrayList<>(dialled());
    told.add(Endpoint.through("carrier", NUMBER));
    for (Record one : told) {
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
