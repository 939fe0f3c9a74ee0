// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.steering.SteeringInput;
import org.ringmaster.core.testing.ScenarioAgent;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

/** Music in rooms that were empty. */
class MusicTest {
  private static final long SOON_MICROS = 250_000;
  private static final int ROOM = 25;

  private final ScenarioCentre centre =
      ScenarioCentre.open(
          ScenarioPlan.standard().queue(ScenarioQueue.named("help").servedBy("bob")));
  private final ScenarioAgent dave = centre.agent("dave");

  private List<String> played() {
    return centre.commands(CallCommand.PlayMusic.class).stream()
        .map(CallCommand.PlayMusic::musicClass)
        .map(String::valueOf)
        .toList();
  }

  @Test
  void whoeverComesIntoAnEmptyRoomHearsItsMusicAMomentLater() {
    centre.callerRings("500").waits();
    assertEquals(List.of(), played());
    centre.passesMicros(SOON_MICROS);
    assertEquals(List.of("default"), played());
    centre.callerRings("500").waits();
    centre.passesMicros(SOON_MICROS);
    assertEquals(List.of("default"), played());
  }

  @Test
  void theMusicComesBackForWhoeverIsTheFirstAgain() {
    ScenarioCaller first = centre.callerRings("500");
    centre.passesMicros(SOON_MICROS);
    first.hangsUp();
    centre.callerRings("500").waits();
    centre.passesMicros(SOON_MICROS);
    assertEquals(List.of("default", "default"), played());
  }

  @Test
  void whoeverStaysWhenTheFirstHasGoneHearsItToo() {
    ScenarioCaller first = centre.callerRings("500");
    centre.callerRings("500");
    first.hangsUp();
    centre.passesMicros(SOON_MICROS);
    assertEquals(List.of("default"), played());
  }

  @Test
  void twentyFiveWaitInARoomAndTheNextOneInAnotherWithMusicOfItsOwn() {
    ScenarioCaller first = centre.callerRings("500");
    for (int i = 1; i < ROOM; i++) {
      centre.callerRings("500").waits();
    }
    centre.passesMicros(SOON_MICROS);
    assertEquals(List.of("default"), played());
    centre.callerRings("500").waits();
    centre.passesMicros(SOON_MICROS);
    assertEquals(List.of("default", "default"), played());
    // Where somebody has left there is room again.
    first.hangsUp();
    centre.callerRings("500").waits();
    centre.passesMicros(SOON_MICROS);
    assertEquals(List.of("default", "default"), played());
  }

  @Test
  void whoeverIsSentToAnotherQueueWithTheSameMusicStaysInTheirRoom() {
    ScenarioCaller first = centre.callerRings("500");
    for (int i = 0; i < ROOM; i++) {
      centre.callerRings("500").waits();
    }
    first.hangsUp();
    int moves = centre.commands(CallCommand.JoinBridge.class).size();
    CallId last = centre.last(QueueFact.EntryJoined.class).call();
    assertInstanceOf(
        Answer.Accepted.class,
        centre.tell(
            new SteeringInput.RequeueCall(
                last, new QueueId("help"), SteeringInput.UNSEEN, new Author("sue"))));
    assertEquals(moves, centre.commands(CallCommand.JoinBridge.class).size());
  }

  @Test
  void whoeverIsConnectedAtOnceCostsAsteriskNoMusic() {
    dave.signsIn();
    centre.passesMicros(SOON_MICROS);
    assertEquals(List.of("null"), played());
    centre.callerRings("500").talksWith("dave");
    centre.passesMicros(SOON_MICROS);
    assertEquals(List.of("null"), played());
  }
}
