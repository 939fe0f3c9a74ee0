// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.talk.TalkInput;

/** An agent and the telephone on their desk. */
public final class ScenarioAgent {
  private final ScenarioCentre centre;
  private final AgentId id;

  ScenarioAgent(ScenarioCentre centre, AgentId id) {
    this.centre = centre;
    this.id = id;
  }

  // What they do by command or page.

  /** Signs in on their own telephone; an open one is answered at once. */
  public ScenarioAgent signsIn() {
    accepted(centre.tell(new AgentInput.SignIn(id, null)));
    if (state() == AgentState.SIGNING_IN) {
      answers();
    }
    return this;
  }

  public ScenarioAgent signsInOn(String telephone) {
    accepted(centre.tell(new AgentInput.SignIn(id, new TelephoneId(telephone))));
    return this;
  }

  /** Signs in and leaves an open telephone ringing. */
  public ScenarioAgent asksToSignIn() {
    accepted(centre.tell(new AgentInput.SignIn(id, null)));
    return this;
  }

  public String isRefusedToSignInOn(@Nullable String telephone) {
    TelephoneId named = telephone == null ? null : new TelephoneId(telephone);
    return refused(centre.tell(new AgentInput.SignIn(id, named)));
  }

  public ScenarioAgent signsOut() {
    accepted(centre.tell(new AgentInput.SignOut(id)));
    return this;
  }

  public ScenarioAgent pauses(String reason) {
    accepted(centre.tell(new AgentInput.Pause(id, new PauseReason(reason))));
    return this;
  }

  public ScenarioAgent unpauses() {
    accepted(centre.tell(new AgentInput.Unpause(id)));
    return this;
  }

  public String isRefusedToUnpause() {
    return refused(centre.tell(new AgentInput.Unpause(id)));
  }

  public ScenarioAgent endsWrapUp() {
    accepted(centre.tell(new AgentInput.EndWrapUp(id)));
    return this;
  }

  // What they do with a call in hand.

  public ScenarioAgent holds() {
    accepted(centre.tell(new TalkInput.Hold(id, id.value())));
    return this;
  }

  public String isRefusedToHold() {
    return refused(centre.tell(new TalkInput.Hold(id, id.value())));
  }

  public ScenarioAgent resumes() {
    accepted(centre.tell(new TalkInput.Resume(id, id.value())));
    return this;
  }

  public String isRefusedToResume() {
    return refused(centre.tell(new TalkInput.Resume(id, id.value())));
  }

  public ScenarioAgent handsToQueue(String queue) {
    return handsTo(Destination.queue(new QueueId(queue)));
  }

  public String isRefusedToHandToQueue(String queue) {
    return isRefusedToHandTo(Destination.queue(new QueueId(queue)));
  }

  public ScenarioAgent handsTo(Destination to) {
    accepted(centre.tell(new TalkInput.HandOn(id, to, id.value())));
    return this;
  }

  public String isRefusedToHandTo(Destination to) {
    return refused(centre.tell(new TalkInput.HandOn(id, to, id.value())));
  }

  public ScenarioAgent consults(Destination to) {
    accepted(centre.tell(new TalkInput.Consult(id, to, id.value())));
    return this;
  }

  public String isRefusedToConsult(Destination to) {
    return refused(centre.tell(new TalkInput.Consult(id, to, id.value())));
  }

  public ScenarioAgent completes() {
    accepted(centre.tell(new TalkInput.Complete(id, id.value())));
    return this;
  }

  public String isRefusedToComplete() {
    return refused(centre.tell(new TalkInput.Complete(id, id.value())));
  }

  public ScenarioAgent cancels() {
    accepted(centre.tell(new TalkInput.Cancel(id, id.value())));
    return this;
  }

  public ScenarioAgent swaps() {
    accepted(centre.tell(new TalkInput.Swap(id, id.value())));
    return this;
  }

  public ScenarioAgent joinsAll() {
    accepted(centre.tell(new TalkInput.Join(id, id.value())));
    return this;
  }

  /** Parks the caller; what the answer says. */
  public String parks() {
    Answer answer = centre.tell(new TalkInput.Park(id, id.value()));
    return assertInstanceOf(Answer.Accepted.class, answer).detail();
  }

  public ScenarioAgent retrieves(int slot) {
    accepted(centre.tell(new TalkInput.Retrieve(id, slot, id.value())));
    return this;
  }

  public String isRefusedToRetrieve(int slot) {
    return refused(centre.tell(new TalkInput.Retrieve(id, slot, id.value())));
  }

  public ScenarioAgent dialsOut(String number) {
    accepted(centre.tell(new TalkInput.Dial(id, number, id.value())));
    return this;
  }

  /** Hears one other agent, and nobody else. */
  public void talksAlone(String other) {
    Channel mine = Objects.requireNonNull(asterisk().channel(talkingLeg()));
    Room room = Objects.requireNonNull(asterisk().room(mine.bridge));
    assertEquals(
        java.util.Set.of(talkingLeg(), centre.agent(other).talkingLeg()),
        java.util.Set.copyOf(room.legs()),
        "who hears " + id);
  }

  // What they do with the telephone.

  /** Presses the telephone's own hold key, or takes the other party back. */
  public void pressesHold(boolean held) {
    // The telephone may be configured no longer while its leg lives on.
    LegId leg = talkingLeg();
    NodeId node = Objects.requireNonNull(centre.centre().calls().books().leg(leg)).node();
    centre.node(node).tells(new CallInput.LegHeld(node, leg, held));
  }

  /** Dials on their telephone; the leg. */
  public LegId dials(String code) {
    return dialsOn(telephone().id().value(), code);
  }

  /** Dials on a telephone that need not be theirs; the leg. */
  public LegId dialsOn(String telephone, String code) {
    return centre.edge().ringsIn(telephone, "telephone", code, null);
  }

  /** Presses keys during a call. */
  public void presses(String keys) {
    asterisk().presses(talkingLeg(), keys);
  }

  public void pressesOn(LegId leg, String digits) {
    centre.edge().presses(leg, digits);
  }

  public void answers() {
    asterisk().picksUp(telephone().id().value());
  }

  public void declines() {
    asterisk().ends(telephone().id().value(), HangupCause.REJECTED);
  }

  public void hangsUp() {
    asterisk().ends(telephone().id().value(), HangupCause.NORMAL);
  }

  public boolean isRung() {
    return asterisk().rings(telephone().id().value());
  }

  // What is so.

  public boolean isTalking() {
    TelephoneId where = exists() ? agent().telephone() : null;
    return where != null
        && state() == AgentState.ON_CALL
        && centre.centre().calls().books().telephone(where) != null;
  }

  /** Hears an outside number and is heard, and nobody else is there. */
  public void talksWithNumber(String number) {
    new ScenarioCaller(centre, ScenarioPlan.EDGE, talkingLeg()).talksWithNumber(number);
  }

  public AgentState state() {
    return agent().state();
  }

  public ScenarioAgent is(AgentState state) {
    assertEquals(state, state(), id + "'s state");
    return this;
  }

  public ScenarioAgent isPausedFor(String reason) {
    is(AgentState.PAUSED);
    assertEquals(new PauseReason(reason), agent().reason());
    return this;
  }

  /** The open telephone's leg rests in the room of free agents. */
  public ScenarioAgent rests() {
    LegId leg = agent().leg();
    assertNotNull(leg, id + " has no open leg");
    Channel channel = Objects.requireNonNull(asterisk().channel(leg));
    Room room = asterisk().room(channel.bridge);
    assertNotNull(room, id + "'s leg is in no bridge");
    assertEquals(BridgeKind.AGENT_ROOM, room.kind());
    return this;
  }

  /** No leg of ours lives on their telephone. */
  public ScenarioAgent isLeftAlone() {
    Channel channel = asterisk().newest(telephone().id().value(), null);
    assertTrue(channel == null, id + "'s telephone still has a leg");
    return this;
  }

  public Agent agent() {
    return Objects.requireNonNull(centre.centre().roster().books().agent(id), "no agent " + id);
  }

  public boolean exists() {
    return centre.centre().roster().books().agent(id) != null;
  }

  public LegId talkingLeg() {
    OfferId offerId = agent().offer();
    Offer offer = offerId == null ? null : centre.centre().roster().books().offer(offerId);
    assertNotNull(offer, id + " has no offer");
    return offer.leg();
  }

  private Telephone telephone() {
    TelephoneId where = agent().telephone();
    if (where == null) {
      where =
          centre.facts(org.ringmaster.core.agent.AgentFact.Configured.class).stream()
              .filter(fact -> fact.profile().id().equals(id))
              .map(fact -> fact.profile().telephone())
              .reduce(null, (before, now) -> now);
    }
    assertNotNull(where, id + " has no telephone");
    return Objects.requireNonNull(centre.centre().calls().books().telephone(where));
  }

  private ManualAsterisk asterisk() {
    return centre.node(telephone().node());
  }

  private static void accepted(@Nullable Answer answer) {
    assertInstanceOf(Answer.Accepted.class, answer);
  }

  private static String refused(@Nullable Answer answer) {
    return assertInstanceOf(Answer.Refused.class, answer).why();
  }
}
