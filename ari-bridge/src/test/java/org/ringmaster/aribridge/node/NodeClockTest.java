// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.NodeId;

class NodeClockTest {
  private static final long SECOND = 1_000_000;
  private static final long START = 1_800_000_000L * SECOND;

  private long now = START;
  private final NodeClock clock = new NodeClock(new NodeId("edge"), () -> now);

  private long told(long nodeMicros) {
    clock.heard(nodeMicros);
    return clock.ours(nodeMicros);
  }

  @Test
  void timesOfAClockThatAgreesAreTakenAsTheyAre() {
    for (int i = 0; i < 100; i++) {
      now += SECOND;
      assertEquals(now - 300, told(now - 300));
    }
    assertEquals(now + 2_000, told(now + 2_000), "two milliseconds of drift are none");
  }

  @Test
  void timesFromTheFutureAreNowUntilASecondHasShownHowFarAheadTheNodesClockIs() {
    assertEquals(now, told(now + 3_600 * SECOND));
    now += 1_000;
    assertEquals(now, told(now + 3_600 * SECOND - 200));
    now += SECOND;
    assertEquals(now - 500, told(now - 500 + 3_600 * SECOND));
  }

  @Test
  void oneTimeFromTheFutureMovesNoOther() {
    for (int i = 0; i < 30; i++) {
      now += SECOND;
      long wrong = i % 3 == 1 ? 3_600 * SECOND : 0;
      assertEquals(wrong == 0 ? now - 2_000 : now, told(now - 2_000 + wrong), "at " + i);
    }
  }

  @Test
  void timesFromTheFutureThatDoNotAgreeMoveNoOther() {
    for (int i = 1; i < 30; i++) {
      now += SECOND;
      assertEquals(now, told(now + i * 60L * SECOND), "at " + i);
    }
    now += SECOND;
    assertEquals(now - 2_000, told(now - 2_000));
  }

  @Test
  void aClockThatIsBehindIsKnownWhenNothingItSaysIsYoungForAWhile() {
    for (int i = 0; i < 20; i++) {
      now += SECOND;
      told(now - 60 * SECOND - 400);
    }
    assertNear(now - 400, told(now - 60 * SECOND - 400));
  }

  @Test
  void oneLateWordIsNoOtherClock() {
    for (int i = 0; i < 30; i++) {
      now += SECOND;
      long late = i % 4 == 0 ? 400 : 5 * SECOND;
      assertEquals(now - late, told(now - late));
    }
  }

  @Test
  void aClockThatIsSetRightAgainIsFollowed() {
    told(now + 3_600 * SECOND);
    for (int i = 0; i < 20; i++) {
      now += SECOND;
      told(now - 400);
    }
    assertNear(now - 400, told(now - 400));
  }

  /** As whole numbers: an instant in microseconds is more than a float can tell apart. */
  private static void assertNear(long wanted, long micros) {
    assertTrue(Math.abs(wanted - micros) <= 400, micros + " is not near " + wanted);
  }
}
