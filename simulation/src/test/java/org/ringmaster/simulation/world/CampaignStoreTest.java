// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.PostgresForTests;
import org.ringmaster.core.store.Projection;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.core.store.StoreTable;
import org.ringmaster.dialer.campaign.CampaignFact;
import org.ringmaster.dialer.store.DialerStore;
import org.ringmaster.dialer.store.EvidencePack;
import org.ringmaster.dialer.store.PastAttempts;

/** What a campaign did, as the journey store tells it. */
@Tag("postgres")
class CampaignStoreTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final List<RecordedFact> DAY = CampaignStoreChild.day();

  private final StoreAddress address = PostgresForTests.newDatabase();

  @Test
  void everyAttemptIsARowWithItsLegItsOutcomeAndItsJourney() throws Exception {
    fill(address);
    assertEquals(List.of(), findings(address));
    assertEquals(facts(CampaignFact.Dialled.class), count("attempts"));
    assertEquals(facts(CampaignFact.AttemptEnded.class), count("attempts where outcome <> ''"));
    assertEquals("0", count("attempts where ended_at < dialled_at or ring_ms < 0"));
    assertEquals("0", count("attempts where outcome <> 'LOST' and cause_code is null"));
    assertNotEquals("0", count("attempts where rang_at is not null"));
    assertNotEquals("0", count("attempts where outcome = 'TALKED'"));
    assertEquals(
        "0",
        count(
            "attempts where outcome = 'TALKED' and (agent_id is null or waited_ms is null"
                + " or abandoned is null or connected_at is null or talk_ms < 0)"));
    // From the journey of whom was reached to the legs of the attempt, theirs and the agent's.
    assertEquals(
        "0",
        count(
            "campaign_attempts a where outcome = 'TALKED' and (journey_id is null"
                + " or customer_id is null or number is null or (select count(*) from call_legs l"
                + " where l.cell = a.cell and l.call_id = a.call_id) < 2)"));
  }

  @Test
  void whatCallsHaveCostStandsWithEachThatWasAnswered() throws Exception {
    fill(address);
    long seconds = 0;
    long cost = 0;
    for (RecordedFact fact : DAY) {
      if (fact.fact() instanceof CampaignFact.LineBilled billed) {
        seconds += billed.seconds();
        cost += billed.cost();
      }
    }
    assertTrue(cost > 0);
    assertEquals(
        seconds + "|" + cost + "|EUR|EUR",
        PostgresForTests.value(
            address,
            "select sum(billed_s), sum(cost_millionths), min(currency), max(currency)"
                + " from attempts"));
    assertEquals("0", count("attempts where (answered_at is null) <> (cost_millionths is null)"));
    try (JourneyStore store =
        JourneyStore.open(DialerStore.options(address, 1, CampaignStoreChild.CODEC))) {
      StringWriter csv = new StringWriter();
      long until = DAY.getLast().envelope().recordedAtMicros() + 1;
      new PastAttempts(store.readers(), 1).csv(DiallingCentre.CAMPAIGN.value(), 0, until, csv);
      BigDecimal sum = BigDecimal.ZERO;
      for (String line : csv.toString().lines().skip(1).toList()) {
        List<String> cells = List.of(line.split(",", -1));
        String one = cells.get(cells.size() - 2);
        assertEquals(one.isEmpty() ? "" : "EUR", cells.getLast(), line);
        sum = one.isEmpty() ? sum : sum.add(new BigDecimal(one));
      }
      assertEquals(cost, sum.movePointRight(6).longValueExact());
    }
  }

  @Test
  void ratesThatAreOlderThanTheirColumnAreKnownFromTheRules() throws Exception {
    fill(address);
    PostgresForTests.run(address, "update campaigns set currency = null");
    String migration;
    try (InputStream in =
        DialerStore.class.getResourceAsStream("/db/migration/dialer/V017__what_calls_cost.sql")) {
      migration = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    int from = migration.indexOf("update campaigns");
    PostgresForTests.run(address, migration.substring(from, migration.indexOf(';', from)));
    assertEquals("EUR", PostgresForTests.value(address, "select currency from campaigns"));
  }

  @Test
  void theDaysOfACampaignAddUp() throws Exception {
    fill(address);
    String sums =
        "select sum(dialled), sum(abandoned), sum(connected), sum(live), sum(talked + hung_up"
            + " + no_answer + busy + unreachable + congested + lost"
            + ") + (select count(*) from attempts where outcome = 'ABANDONED') from campaign_days";
    assertEquals(
        facts(CampaignFact.Dialled.class)
            + "|"
            + count("attempts where abandoned")
            + "|"
            + facts(CampaignFact.Connected.class)
            + "|0|"
            + facts(CampaignFact.AttemptEnded.class),
        PostgresForTests.value(address, sums));
  }

  @Test
  void aWriterThatIsKilledAgainAndAgainLosesAndDoublesNothing() throws Exception {
    for (int kills = 1; kills <= 3; kills++) {
      long sequence = DAY.size() * (long) kills / 5;
      Process child = CampaignStoreChild.start(address);
      while (child.isAlive() && stored() < sequence) {
        if (child.waitFor(20, TimeUnit.MILLISECONDS)) {
          break;
        }
      }
      assertTrue(child.isAlive(), "the child ended by itself");
      child.destroyForcibly().waitFor();
    }
    assertTrue(stored() < DAY.size(), "the children were too quick");
    fill(address);
    assertEquals(List.of(), findings(address));
    StoreAddress atOnce = PostgresForTests.newDatabase();
    fill(atOnce);
    assertEquals(tables(atOnce), tables(address));
  }

  @Test
  void theExportAndTheEvidenceTellTheSameAsTheFacts() throws Exception {
    fill(address);
    try (JourneyStore store =
        JourneyStore.open(DialerStore.options(address, 1, CampaignStoreChild.CODEC))) {
      PastAttempts attempts = new PastAttempts(store.readers(), 1);
      String campaign = DiallingCentre.CAMPAIGN.value();
      assertTrue(attempts.knows(campaign));
      assertTrue(!attempts.knows("another"));
      long until = DAY.getLast().envelope().recordedAtMicros() + 1;
      StringWriter csv = new StringWriter();
      assertEquals(
          facts(CampaignFact.Dialled.class), Long.toString(attempts.csv(campaign, 0, until, csv)));
      assertEquals(0, attempts.csv(campaign, until, until + 1, new StringWriter()));

      ByteArrayOutputStream pack = new ByteArrayOutputStream();
      new EvidencePack(attempts).write(campaign, 0, until, pack);
      Map<String, byte[]> parts = unzipped(pack.toByteArray());
      assertEquals(
          List.of(
              "README.txt",
              "SHA256SUMS",
              "attempts.csv",
              "do-not-call.csv",
              "ledgers.csv",
              "rules.json"),
          List.copyOf(parts.keySet()));
      assertEquals(csv.toString(), text(parts, "attempts.csv"));
      for (String line : text(parts, "SHA256SUMS").lines().toList()) {
        byte[] part = parts.get(line.substring(66));
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(part);
        assertEquals(HexFormat.of().formatHex(sum), line.substring(0, 64), line);
      }
      String ledgers = text(parts, "ledgers.csv");
      for (String ledger : List.of(",us,", ",ofcom,", ",house,")) {
        assertTrue(ledgers.contains(ledger), ledgers);
      }
      assertTrue(text(parts, "rules.json").contains("\"abandonPercent\""));
      parts.keySet().forEach(part -> assertTrue(!text(parts, part).contains("compliant"), part));
    }
  }

  private static String text(Map<String, byte[]> parts, String name) {
    return new String(parts.get(name), StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
    }
    return parts;
  }

  @Test
  void tablesFilledAnewHaveTheSameRows() throws Exception {
    try (JourneyStore store =
        JourneyStore.open(DialerStore.options(address, 1, CampaignStoreChild.CODEC))) {
      store.follow(new CampaignStoreChild.Source(DAY, DAY.size()));
      assertTrue(store.awaitApplied(DAY.size(), SOON), () -> store.progress().toString());
      Map<String, List<String>> before = tables(address);
      PostgresForTests.run(address, "delete from attempts where sequence % 3 = 0");
      PostgresForTests.run(address, "update attempts set outcome = 'TALKED'");
      assertTrue(!findings(address).isEmpty());
      store.rebuild("campaigns").get(60, TimeUnit.SECONDS);
      assertEquals(before, tables(address));
    }
  }

  private static void fill(StoreAddress to) throws Exception {
    try (JourneyStore store =
        JourneyStore.open(DialerStore.options(to, 1, CampaignStoreChild.CODEC))) {
      store.follow(new CampaignStoreChild.Source(DAY, 700));
      assertTrue(store.awaitApplied(DAY.size(), SOON), () -> store.progress().toString());
    }
  }

  private long stored() {
    String known = PostgresForTests.value(address, "select to_regclass('facts') is not null");
    return known.equals("t")
        ? Long.parseLong(
            PostgresForTests.value(address, "select coalesce(max(sequence), 0) from facts"))
        : 0;
  }

  private static List<String> findings(StoreAddress of) throws Exception {
    try (Connection connection = of.connect("test")) {
      return DialerStore.verifier(1).verify(connection).findings().stream()
          .map(Object::toString)
          .toList();
    }
  }

  private static String facts(Class<?> kind) {
    return Long.toString(DAY.stream().filter(fact -> kind.isInstance(fact.fact())).count());
  }

  private String count(String from) {
    return PostgresForTests.value(address, "select count(*) from " + from);
  }

  private static Map<String, List<String>> tables(StoreAddress of) {
    Map<String, List<String>> tables = new TreeMap<>();
    for (Projection projection : DialerStore.own()) {
      for (StoreTable table : projection.tables()) {
        tables.put(
            table.name(),
            PostgresForTests.rows(
                of, "select t::text from " + table.name() + " t order by t::text"));
      }
    }
    return tables;
  }
}
