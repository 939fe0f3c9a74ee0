// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.supervision.SupervisionInput;
import org.ringmaster.core.supervision.SupervisionMode;

/** A supervisor and the telephone on their desk. */
public final class ScenarioSupervisor {
  private final ScenarioCentre centre;
  private final Author name;
  private final TelephoneId telephone;

  ScenarioSupervisor(ScenarioCentre centre, String name, String telephone) {
    this.centre = centre;
    this.name = new Author(name);
    this.telephone = new TelephoneId(telephone);
  }

  /** Asks for something and answers the telephone if it rings for it. */
  public ScenarioSupervisor does(SupervisionMode mode, String agent) {
    asksTo(mode, agent);
    if (centre.edge().rings(telephone.value())) {
      answers();
    }
    return this;
  }

  public ScenarioSupervisor asksTo(SupervisionMode mode, String agent) {
    assertInstanceOf(Answer.Accepted.class, ask(mode, agent));
    return this;
  }

  public String isRefusedTo(SupervisionMode mode, String agent) {
    return assertInstanceOf(Answer.Refused.class, ask(mode, agent)).why();
  }

  public ScenarioSupervisor leaves(String agent) {
    assertInstanceOf(
        Answer.Accepted.class,
        centre.tell(new SupervisionInput.Leave(new AgentId(agent), null, name)));
    return this;
  }

  private @Nullable Answer ask(SupervisionMode mode, String agent) {
    return centre.tell(
        new SupervisionInput.Attend(new AgentId(agent), null, mode, telephone, null, name));
  }

  public void answers() {
    centre.edge().picksUp(telephone.value());
  }

  public void hangsUp() {
    centre.edge().ends(telephone.value(), HangupCause.NORMAL);
  }

  // What is so.

  /** Hears an agent's talk, in a room of their own, and is not heard. */
  public void listensTo(String agent) {
    assertFalse(snoop(agent).whispers(), "whispers");
  }

  /** Hears an agent's talk, in a room of their own, and is heard by the agent. */
  public void whispersTo(String agent) {
    assertTrue(snoop(agent).whispers(), "whispers");
  }

  private CallCommand.SnoopLeg snoop(String agent) {
    Room room = room();
    assertEquals(BridgeKind.ASIDE, room.kind());
    assertEquals(2, room.legs().size(), "beside the talk");
    List<CallCommand.SnoopLeg> mine =
        centre.edge().snoopsOn(centre.agent(agent).talkingLeg()).stream()
            .filter(snoop -> room.legs().contains(snoop.leg()))
            .toList();
    assertEquals(1, mine.size(), "the legs by which they hear");
    return mine.getFirst();
  }

  /** Is in the talk of an agent with somebody, who all hear each other. */
  public void isInTheTalkOf(String agent) {
    Room room = room();
    assertEquals(BridgeKind.TALK, room.kind());
    assertEquals(3, room.legs().size());
    assertTrue(room.legs().contains(centre.agent(agent).talkingLeg()));
    assertEquals(List.of(), centre.edge().snoopsOn(centre.agent(agent).talkingLeg()));
  }

  /** Talks with a caller, and nobody else is there. */
  public void talksWith(ScenarioCaller caller) {
    Room room = room();
    assertEquals(BridgeKind.TALK, room.kind());
    assertEquals(2, room.legs().size());
    assertTrue(room.legs().contains(caller.leg()));
  }

  public void isLeftAlone() {
    assertFalse(centre.edge().hasLegOf(telephone.value()), name + "'s telephone still has a leg");
  }

  private Room room() {
    Channel channel = centre.edge().newest(telephone.value(), LegState.UP);
    assertNotNull(channel, name + " is on no line");
    return Objects.requireNonNull(centre.edge().room(channel.bridge), name + " is in no room");
  }
}
