// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.TelephoneUse;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.simulation.asterisk.Room;
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
  void theRoomsOfAWaveOfCallersAreClosedWhenItIsOver() {
    CentreForTests day = new CentreForTests(3, 1, AgentHabits.USUAL, CallerHabits.USUAL);
    day.centre.start();
    long now = day.centre.agenda().micros();
    day.sales.come(Profile.hours(0, 24, 3_000, 0), now + CentreForTests.HOUR);
    day.centre.runUntil(now + CentreForTests.HOUR);
    assertTrue(rooms(day).count() > 1, "rooms: " + rooms(day).toList());
    day.centre.runUntil(now + 3 * CentreForTests.HOUR);
    assertEquals(0, day.centre.asterisk(CentreForTests.EDGE).legs().size(), "legs are left");
    assertEquals(1, rooms(day).count(), "one for whoever comes");
  }

  @Test
  void theSameSeedGivesTheSameDayAndAnotherSeedAnother() {
    CentreForTests first = day(7);
    CentreForTests again = day(7);
    assertEquals(first.centre.hash(), again.centre.hash());
    assertEquals(first.centre.facts(), again.centre.facts());
    assertNotEquals(first.centre.facts().size(), day(8).centre.facts().size());
  }

  /** What the rooms are for that are open on the node: their kind and music. */
  private static Stream<String> rooms(CentreForTests day) {
    List<BridgeId> there =
        day.centre.asterisk(CentreForTests.EDGE).rooms().stream().map(Room::id).toList();
    return day.centre.facts().stream()
        .map(RecordedFact::fact)
        .filter(CallFact.BridgeOpened.class::isInstance)
        .map(CallFact.BridgeOpened.class::cast)
        .filter(opened -> there.contains(opened.bridge()))
        .map(opened -> opened.kind() + " " + opened.musicClass());
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
