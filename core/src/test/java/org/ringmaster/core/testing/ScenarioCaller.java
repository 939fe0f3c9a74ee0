// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;

/** Somebody who rang us. What is asked of them is looked up on the node, not in our books. */
public final class ScenarioCaller {
  private final ScenarioCentre centre;
  private final NodeId node;
  private final LegId leg;

  ScenarioCaller(ScenarioCentre centre, NodeId node, LegId leg) {
    this.centre = centre;
    this.node = node;
    this.leg = leg;
  }

  public LegId leg() {
    return leg;
  }

  public void hangsUp() {
    asterisk().ends(leg, HangupCause.NORMAL);
  }

  /** What is played to the caller fails, as where a sound is missing. */
  public void isPlayedNothing() {
    asterisk().failPrompts(leg);
    centre.settle();
  }

  /** The guard beside Asterisk sends the caller to the dialplan's fallback. */
  public void isRedirected() {
    asterisk().leavesUs(leg);
  }

  /** Hears the music of the queue. */
  public void waits() {
    waitsWith("default");
  }

  public void waitsWith(String musicClass) {
    Room room = roomOf();
    assertEquals(BridgeKind.WAITING_ROOM, room.kind());
    assertEquals(musicClass, room.musicClass());
  }

  /** Hears the agent and is heard, and nobody else is there. */
  public void talksWith(String agent) {
    LegId other = centre.agent(agent).talkingLeg();
    talksWith(other, agent);
  }

  /** Hears these agents and is heard by them, and nobody else is there. */
  public void hearsAll(String... agents) {
    Room room = roomOf();
    assertEquals(BridgeKind.TALK, room.kind(), "caller is not in a talk");
    for (String agent : agents) {
      assertTrue(room.legs().contains(centre.agent(agent).talkingLeg()), agent + " is not there");
    }
    assertEquals(1 + agents.length, room.legs().size(), "others listen: " + room.legs());
  }

  /** Is connected with an outside number. */
  public void talksWithNumber(String number) {
    Channel channel = asterisk().newest(number, null);
    assertNotNull(channel, number + " has no leg");
    talksWith(channel.id, number);
  }

  private void talksWith(LegId other, String whom) {
    Room room = roomOf();
    assertEquals(BridgeKind.TALK, room.kind(), "caller is not in a talk");
    assertTrue(room.legs().contains(other), "caller and " + whom + " do not hear each other");
    assertEquals(2, room.legs().size(), "others listen: " + room.legs());
  }

  public void hearsPrompt() {
    assertTrue(asterisk().plays(leg), "caller hears no prompt");
  }

  /** Presses keys, one after another. */
  public ScenarioCaller presses(String keys) {
    asterisk().presses(leg, keys);
    return this;
  }

  /** Hears these prompts now: sounds by their names, numbers as digits. */
  public void hears(String prompts) {
    assertEquals(prompts, asterisk().said(leg), "what the caller hears");
  }

  /** Says nothing any more into the recording. */
  public void fallsSilent() {
    asterisk().tapes().fallsSilent(leg);
  }

  /** Has heard the tone, and is being recorded. */
  public void isRecorded() {
    assertTrue(asterisk().tapes().isRecording(leg), "the caller is not being recorded");
  }

  /** Hears the music and no prompt. */
  public void hearsOnlyMusic() {
    waits();
    assertEquals("", asterisk().said(leg), "what the caller hears");
  }

  public void isGone() {
    assertNull(asterisk().channel(leg), "the caller's leg still lives");
    assertNull(centre.centre().calls().books().leg(leg), "our books still have the leg");
  }

  public void isThere() {
    assertNotNull(asterisk().channel(leg), "the caller's leg is gone");
  }

  private ManualAsterisk asterisk() {
    return centre.node(node);
  }

  private Room roomOf() {
    isThere();
    return Objects.requireNonNull(
        asterisk().room(Objects.requireNonNull(asterisk().channel(leg)).bridge),
        "caller is in no bridge: silence");
  }
}
