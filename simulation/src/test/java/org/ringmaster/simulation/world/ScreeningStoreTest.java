// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.PostgresForTests;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.dialer.campaign.CampaignBooks;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.campaign.MachinePolicy;
import org.ringmaster.dialer.store.DialerStore;
import org.ringmaster.simulation.people.DetectorHabits;

/** What detectors said, as the journey store tells it. */
@Tag("postgres")
class ScreeningStoreTest {

  private final StoreAddress address = PostgresForTests.newDatabase();

  @Test
  void theStoreAndTheBooksCountTheSameLiveAnswers() throws Exception {
    DiallingCentre world =
        ScreeningTest.worked(12, ScreeningTest.plan(MachinePolicy.HANG_UP), DetectorHabits.USUAL);
    List<RecordedFact> day = List.copyOf(world.centre().facts());
    try (JourneyStore store =
        JourneyStore.open(DialerStore.options(address, 1, CampaignStoreChild.CODEC))) {
      store.follow(new CampaignStoreChild.Source(day, 700));
      assertTrue(
          store.awaitApplied(day.size(), Duration.ofSeconds(60)),
          () -> store.progress().toString());
    }
    CampaignBooks.Numbers numbers = world.campaigns().books().numbersOf(DiallingCentre.CAMPAIGN);
    assertTrue(count("outcome = 'MACHINE' and machine and treatment = 'HUNG_UP'") > 50);
    assertEquals(
        numbers.answered(),
        count("abandoned or (connected_at is not null and machine is not true)"));
    assertEquals(numbers.abandoned(), count("abandoned"));
  }

  @Test
  void ofTwoEndsOfAGreetingTheStoreKeepsTheEarlierAsTheBooksDo() throws Exception {
    DiallingCentre world =
        ScreeningTest.worked(
            13, ScreeningTest.plan(MachinePolicy.OBSERVE).hearingGreetings(), DetectorHabits.USUAL);
    List<RecordedFact> day = List.copyOf(world.centre().facts());
    Map<String, Long> earliest = new TreeMap<>();
    Map<String, Integer> ends = new TreeMap<>();
    for (RecordedFact fact : day) {
      switch (fact.fact()) {
        case CampaignFact.GreetingHeard f when f.millis() > 0 -> {
          earliest.merge(f.leg().value(), f.millis(), Math::min);
          ends.merge(f.leg().value(), 1, Integer::sum);
        }
        case CampaignFact.AttemptScreened f when f.greetingMillis() >= 0 -> {
          earliest.merge(f.leg().value(), f.greetingMillis(), Math::min);
          ends.merge(f.leg().value(), 1, Integer::sum);
        }
        default -> {}
      }
    }
    assertTrue(ends.containsValue(2), "nobody's greeting was heard by both");
    try (JourneyStore store =
        JourneyStore.open(DialerStore.options(address, 1, CampaignStoreChild.CODEC))) {
      store.follow(new CampaignStoreChild.Source(day, 700));
      assertTrue(
          store.awaitApplied(day.size(), Duration.ofSeconds(60)),
          () -> store.progress().toString());
    }
    Map<String, Long> kept = new TreeMap<>();
    for (String row :
        PostgresForTests.rows(
            address, "select leg_id, greeting_ms from attempts where greeting_ms is not null")) {
      String[] cells = row.split("\\|", -1);
      kept.put(cells[0], Long.parseLong(cells[1]));
    }
    assertEquals(earliest, kept);
  }

  private long count(String where) {
    return Long.parseLong(
        PostgresForTests.value(address, "select count(*) from attempts where " + where));
  }
}
