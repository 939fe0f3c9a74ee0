// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.journey.IdentityId;

/** How often a number, or all numbers of one person, may be dialled, and when again. */
class NumberTriesTest {
  private static final IdentityId HOME = new IdentityId("home");
  private static final IdentityId WORK = new IdentityId("work");
  private static final long HOUR = 3_600_000_000L;
  private static final long DAY = 24 * HOUR;
  private static final long NOW = 20_000 * DAY;

  private final NumberTries tries = new NumberTries(List.of());

  @Test
  void aNumberIsFreeADayAfterTheOldestDialThatCounts() {
    for (int hour = 30; hour >= 1; hour -= 10) { // 30, 20 and 10 hours ago.
      tries.dialled(HOME, NOW - hour * HOUR);
    }
    assertEquals(0, tries.freeAtMicros(List.of(HOME), 0, NOW), "as often as one likes");
    assertEquals(0, tries.freeAtMicros(List.of(HOME), 3, NOW));
    assertEquals(NOW + 4 * HOUR, tries.freeAtMicros(List.of(HOME), 2, NOW));
    assertEquals(NOW + 14 * HOUR, tries.freeAtMicros(List.of(HOME), 1, NOW));
  }

  @Test
  void allNumbersOfOnePersonAreCountedTogetherWhicheverWasDialledFirst() {
    tries.dialled(WORK, NOW - 9 * HOUR);
    tries.dialled(HOME, NOW - 8 * HOUR);
    tries.dialled(WORK, NOW - 7 * HOUR);
    List<IdentityId> both = List.of(HOME, WORK);
    assertEquals(0, tries.freeAtMicros(both, 4, NOW));
    assertEquals(NOW + 15 * HOUR, tries.freeAtMicros(both, 3, NOW));
    assertEquals(NOW + 16 * HOUR, tries.freeAtMicros(both, 2, NOW));
    assertEquals(NOW + 17 * HOUR, tries.freeAtMicros(both, 1, NOW));
    assertEquals(0, tries.freeAtMicros(List.of(HOME), 2, NOW), "alone");
  }

  @Test
  void aNumberRestsAfterAnAbandonedCallAsLongAsBothCampaignsWant() {
    CampaignId loose = new CampaignId("loose");
    tries.locked(loose, HOME, NOW, NOW);
    assertEquals(0, tries.lockedUntilMicros(HOME, 0, NOW + 1));
    assertEquals(NOW + 3 * DAY, tries.lockedUntilMicros(HOME, 3 * DAY, NOW + 1));
    assertEquals(0, tries.lockedUntilMicros(HOME, 3 * DAY, NOW + 3 * DAY));
    tries.locked(loose, WORK, NOW + 3 * DAY, NOW);
    assertEquals(NOW + 3 * DAY, tries.lockedUntilMicros(WORK, 0, NOW + 1));
    tries.relock(loose, HOUR);
    assertEquals(NOW + HOUR, tries.lockedUntilMicros(WORK, 0, NOW + 1));
    assertEquals(NOW + 3 * DAY, tries.lockedUntilMicros(WORK, 3 * DAY, NOW + 1));
    NumberTries restored = new NumberTries(List.of());
    tries.snapshot(restored::restore);
    restored.locked(loose, new IdentityId("other"), NOW + 29 * DAY, NOW + 29 * DAY);
    assertEquals(NOW + 30 * DAY, restored.lockedUntilMicros(HOME, 30 * DAY, NOW + 29 * DAY));
  }

  @Test
  void aMachineIsRememberedAsLongAsAnyCampaignMayLetItRestAndThenForgotten() {
    tries.machine(HOME, NOW);
    tries.machine(WORK, NOW + HOUR);
    tries.machine(HOME, NOW + 2 * HOUR);
    assertEquals(NOW + 2 * HOUR, tries.machineSinceMicros(HOME));
    IdentityId other = new IdentityId("other");
    tries.machine(other, NOW + 30 * DAY + HOUR);
    assertEquals(0, tries.machineSinceMicros(WORK));
    assertEquals(NOW + 2 * HOUR, tries.machineSinceMicros(HOME));
    NumberTries restored = new NumberTries(List.of());
    tries.snapshot(restored::restore);
    restored.machine(WORK, NOW + 30 * DAY + 2 * HOUR);
    assertEquals(0, restored.machineSinceMicros(HOME));
    assertEquals(NOW + 30 * DAY + HOUR, restored.machineSinceMicros(other));
  }
}
