// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.talk.TalkInput;

/** What people press and whom they call is personal text in every input and fact. */
class PlainNumbersTest {
  private static final FactCodec CODEC = FactCodec.of(Centre.names().build());
  private static final String NUMBER = "+493055512345";

  /** Numbers of our own, and the key that a menu of ours offers. */
  private static final Set<String> OURS =
      Set.of(
          "fact.queue.number-removed.number",
          "fact.queue.key-chosen.key",
          "state.queue.number.number",
          "state.agent.profile.number");

  private static final Set<String> TELLING =
      Set.of("number", "digit", "digits", "key", "keys", "address", "to", "caller", "phone");

  private record FormerKey(NodeId node, LegId leg, String digit, long durationMillis) {}

  private record FormerDial(AgentId agent, String number, String author) {}

  private record FormerForward(LegId caller, TrunkId trunk, String number) {}

  @Test
  void noRecordHasThemAsPlainText() {
    List<String> plain = new ArrayList<>();
    Centre.names()
        .build()
        .types()
        .forEach(
            (name, type) ->
                Arrays.stream(type.getRecordComponents())
                    .filter(one -> one.getType() == String.class)
                    .map(RecordComponent::getName)
                    .filter(TELLING::contains)
                    .map(one -> name + "." + one)
                    .filter(one -> !OURS.contains(one))
                    .forEach(plain::add));
    assertEquals(List.of(), plain);
  }

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
