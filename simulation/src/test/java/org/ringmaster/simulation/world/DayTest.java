// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.simulation.draw.Profile;
import org.ringmaster.simulation.people.AgentHabits;
import org.ringmaster.simulation.people.CallerHabits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A working day of two queues and twenty agents. */
class DayTest {

  private static final Logger LOG = LoggerFactory.getLogger(DayTest.class);

  @Test
  void everyCallerOfADayIsServedOrGivesUpAndNobodyIsLeft() {
    CentreForTests day = day(1);
    assertEquals(0, day.centre.asterisk(CentreForTests.EDGE).legs().size(), "legs are left");
    assertEquals(0, day.centre.centre().acd().books().entries().size(), "entries are left");
    long rangIn = day.sales.rangIn() + day.service.rangIn();
    long talked = day.sales.talked() + day.service.talked();
    long gaveUp = day.sales.gaveUp() + day.service.gaveUp();
    long hungUpOn = day.sales.hungUpOn() + day.service.hungUpOn();
    assertEquals(rangIn, talked + gaveUp + hungUpOn);
    assertTrue(talked > rangIn * 3 / 4, talked + " of " + rangIn);
    assertEquals(rangIn, count(day, QueueFact.EntryJoined.class));
    assertEquals(talked, count(day, QueueFact.EntryCompleted.class));
    assertTrue(
        TelephoneUse.values().length <= day.agents.stream().filter(a -> a.talks() > 0).count());
  }

  @Test
  void theSameSeedGivesTheSameDayAndAnotherSeedAnother() {
    CentreForTests first = day(7);
    CentreForTests again = day(7);
    assertEquals(first.centre.hash(), again.centre.hash());
    assertEquals(first.centre.facts(), again.centre.facts());
    assertNotEquals(first.centre.facts().size(), day(8).centre.facts().size());
  }

  private static long count(CentreForTests day, Class<?> kind) {
    return day.centre.facts().stream().filter(fact -> kind.isInstance(fact.fact())).count();
  }

  private static CentreForTests day(long seed) {
    CentreForTests day = new CentreForTests(seed, 20, AgentHabits.USUAL, CallerHabits.USUAL);
    long began = System.nanoTime();
    day.centre.start();
    long midnight = day.centre.agenda().micros() - 6 * CentreForTests.HOUR;
    day.agents.forEach(
        agent ->
            agent.works(midnight + 8 * CentreForTests.HOUR, midnight + 18 * CentreForTests.HOUR));
    day.sales.come(Profile.hours(8, 17, 110, 0), midnight + 17 * CentreForTests.HOUR);
    day.service.come(Profile.hours(8, 17, 110, 0), midnight + 17 * CentreForTests.HOUR);
    day.centre.runUntil(midnight + 20 * CentreForTests.HOUR);
    double seconds = (System.nanoTime() - began) / 1e9;
    LOG.info(
        "seed {}: {} inputs, {} facts, {} callers, {} inputs/s",
        seed,
        day.centre.inputs(),
        day.centre.lastSequence(),
        day.sales.rangIn() + day.service.rangIn(),
        String.format(Locale.ROOT, "%.0f", day.centre.inputs() / seconds));
    return day;
  }
}
