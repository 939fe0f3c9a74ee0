// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.PostgresForTests;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.dialer.DialerCentre;

@Tag("postgres")
class EvidencePackTest {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());

  private final StoreAddress address = PostgresForTests.newDatabase();
  private final JourneyStore store = JourneyStore.open(DialerStore.options(address, 1, CODEC));
  private int attempts;

  @BeforeEach
  void aCampaignInBrazil() {
    run(
        "insert into campaigns (cell, campaign_id, zone) values"
            + " (1, 'spring', 'America/Sao_Paulo')");
    run("create table facts_of_all_days partition of facts default");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void run(String sql) {
    PostgresForTests.run(address, sql);
  }

  private void connected(String at) {
    attempts++;
    run(
        "insert into attempts (cell, leg_id, campaign_id, dialled_at, connected_at, abandoned)"
            + " values (1, 'l%d', 'spring', '%s', '%s', false)".formatted(attempts, at, at));
  }

  private void fact(long sequence, String at, String kind, String json) {
    run(
        "insert into facts (cell, sequence, input_sequence, recorded_at, occurred_at, kind, fact,"
            + " payload) values (1, %d, 1, '%s', '%s', '%s', '%s', '')"
                .formatted(sequence, at, at, kind, json));
  }

  /** All tables have read the facts up to this one. */
  private void holds(long sequence) {
    run(
        "insert into projections select 1, name, 1, %d, now() from unnest(array['facts', 'calls', 'journeys', 'campaigns']) name"
                .formatted(sequence)
            + " on conflict (cell, projection) do update set applied_sequence = excluded.applied_sequence");
  }

  private Map<String, String> packed() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pack(out);
    return unzipped(out.toByteArray());
  }

  private void pack(OutputStream out) throws Exception {
    new EvidencePack(new PastAttempts(store.readers(), 1))
        .write("spring", micros("2026-03-01T03:00:00Z"), micros("2026-04-01T03:00:00Z"), out);
  }

  private static long micros(String instant) {
    return Instant.parse(instant).toEpochMilli() * 1_000;
  }

  private static Map<String, String> unzipped(byte[] zip) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  @Test
  void daysBeginAtMidnightWhereTheCampaignIs() throws Exception {
    connected("2026-03-02T02:59:59Z");
    connected("2026-03-02T03:00:00Z");
    Map<String, String> parts = packed();
    String ledgers = parts.get("ledgers.csv");
    assertTrue(ledgers.contains("2026-03-01,house,2026-03-01,1,0,0.00,"), ledgers);
    assertTrue(ledgers.contains("2026-03-02,house,2026-03-02,1,0,0.00,"), ledgers);
    assertTrue(
        parts.get("README.txt").contains("each day (America/Sao_Paulo)"), parts.get("README.txt"));
  }

  @Test
  void peopleWhoWereGivenUpAsMachinesCountAsAbandoned() throws Exception {
    for (int i = 0; i < 7; i++) {
      connected("2026-03-01T12:00:00Z");
    }
    // Four are given up; of two more an agent says what they were.
    run(
        "update attempts set machine = true, treatment = 'HUNG_UP' where leg_id in ('l1', 'l2', 'l3', 'l4')");
    run("update attempts set treatment = 'AUDITED', audited_as = 'PERSON' where leg_id = 'l5'");
    run(
        "update attempts set treatment = 'AUDITED', audited_as = 'MACHINE', machine = true"
            + " where leg_id = 'l6'");
    String ledgers = packed().get("ledgers.csv");
    // Half of what is taken for a machine is a person: two of the four, beside l5 and l7.
    assertTrue(ledgers.contains("2026-03-01,house,2026-03-01,2,0,50.00,,2.00"), ledgers);
    assertTrue(ledgers.contains("2026-03-01,us,2026-01-31,2,0,50.00,,2.00"), ledgers);
  }

  @Test
  void theFirstDaysWindowHoldsItsThirtyDaysWhole() throws Exception {
    connected("2026-01-31T02:59:59Z"); // The evening of the 30th, one day too early.
    connected("2026-01-31T03:00:00Z");
    connected("2026-03-01T12:00:00Z");
    assertTrue(
        packed().get("ledgers.csv").contains("2026-03-01,us,2026-01-31,2,0,"),
        packed().get("ledgers.csv"));
  }

  @Test
  void allPartsAreOfOneMomentWhateverHappensMeanwhile() throws Exception {
    connected("2026-03-01T12:00:00Z");
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int from, int length) {
            String piece = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
            if (attempts == 1 && piece.contains("ledgers.csv")) {
              connected("2026-03-01T12:00:01Z");
            }
            super.write(bytes, from, length);
          }
        };
    pack(out);
    assertEquals(2, attempts);
    Map<String, String> parts = unzipped(out.toByteArray());
    assertEquals(2, parts.get("attempts.csv").lines().count());
    assertTrue(
        parts.get("ledgers.csv").contains("2026-03-01,house,2026-03-01,1,0,"),
        parts.get("ledgers.csv"));
  }

  @Test
  void factsThatAreNoLongerKeptAreNamed() throws Exception {
    fact(1, "2026-02-01T00:00:00Z", "fact.leg.answered", "{}");
    fact(2, "2026-04-02T00:00:00Z", "fact.leg.answered", "{}");
    holds(2);
    assertTrue(
        packed()
            .get("README.txt")
            .contains("All of this is whole until before 2026-04-01T03:00Z.\nNo fact has been"),
        packed().get("README.txt"));
    run("delete from facts");
    fact(7_000, "2026-03-10T00:00:00Z", "fact.leg.answered", "{}");
    holds(7_000);
    String readme = packed().get("README.txt");
    assertFalse(readme.contains("All of this is whole"), readme);
    assertTrue(
        readme.contains("before 2026-03-10T00:00:00+00:00 are no longer kept (store: keep)"),
        readme);
  }

  @Test
  void aPackIsWholeNoFurtherThanTheStoreHasRead() throws Exception {
    connected("2026-03-11T12:00:00Z");
    connected("2026-03-12T12:00:00Z");
    assertTrue(packed().get("README.txt").contains("nothing of this can be called whole"));
    fact(1, "2026-02-01T00:00:00Z", "fact.leg.answered", "{}");
    fact(2, "2026-03-12T15:00:00Z", "fact.leg.answered", "{}");
    fact(3, "2026-04-12T15:00:00Z", "fact.leg.answered", "{}");
    holds(2); // The third is there, and not yet in the tables.
    Map<String, String> parts = packed();
    String readme = parts.get("README.txt");
    assertTrue(readme.contains("Made at " + LocalDate.now(ZoneOffset.UTC)), readme);
    assertTrue(readme.contains("up to fact 2 of 2026-03-12T15:00Z."), readme);
    assertTrue(readme.contains("All of this is whole up to that fact."), readme);
    String ledgers = parts.get("ledgers.csv");
    assertTrue(
        ledgers.contains("2026-03-11,house,2026-03-11,1,0,0.00,,0.00,yes,2026-03-12T00:00-03:00"),
        ledgers);
    assertTrue(
        ledgers.contains("2026-03-12,house,2026-03-12,1,0,0.00,,0.00,no,2026-03-12T12:00-03:00"),
        ledgers);
  }

  @Test
  void aDayThatIsCutByTheEndSaysSo() throws Exception {
    connected("2026-03-31T12:00:00Z");
    fact(1, "2026-04-12T15:00:00Z", "fact.leg.answered", "{}");
    holds(1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new EvidencePack(new PastAttempts(store.readers(), 1))
        .write("spring", micros("2026-03-31T11:00:00Z"), micros("2026-03-31T13:30:00Z"), out);
    String ledgers = unzipped(out.toByteArray()).get("ledgers.csv");
    assertTrue(
        ledgers.contains("2026-03-31,house,2026-03-31,1,0,0.00,,0.00,no,2026-03-31T10:30-03:00"),
        ledgers);
  }

  @Test
  void whereNobodyIsCountedThereIsNoPercentage() throws Exception {
    run(
        "insert into attempts (cell, leg_id, campaign_id, dialled_at, outcome)"
            + " values (1, 'l1', 'spring', '2026-03-01T12:00:00Z', 'HEARD')");
    String ledgers = packed().get("ledgers.csv");
    assertTrue(ledgers.contains("2026-03-01,house,2026-03-01,0,0,,,0.00,"), ledgers);
    assertTrue(ledgers.contains("2026-03-01,us,2026-01-31,0,0,,,0.00,"), ledgers);
  }

  @Test
  void whatADetectorSaidOfAnAttemptAndWhatFollowedIsInItsRow() throws Exception {
    connected("2026-03-01T12:00:00Z");
    run(
        "update attempts set greeting_ms = 830, verdict = 'MACHINE', treatment = 'AUDITED',"
            + " machine = true, audited_as = 'MACHINE'");
    List<String> rows = packed().get("attempts.csv").lines().toList();
    assertTrue(
        rows.get(0)
            .endsWith(
                ",\"greeting, ms\",verdict,treatment,machine,audited as,\"billed, s\",cost,currency"),
        rows.get(0));
    assertTrue(rows.get(1).endsWith(",830,MACHINE,AUDITED,true,MACHINE,,,"), rows.get(1));
  }

  @Test
  void listsAreFoundAmongMillionsOfOtherFacts() throws Exception {
    run(
        "insert into facts (cell, sequence, input_sequence, recorded_at, occurred_at, kind, fact,"
            + " payload) select 1, n, n, '2026-03-01Z', '2026-03-01Z', 'fact.leg.answered', '{}',"
            + " '' from generate_series(1, 30000) n");
    fact(
        30_001,
        "2026-03-01T00:00:00Z",
        "fact.list.loaded",
        "{\"list\": \"d1\", \"use\": \"DO_NOT_CALL\", \"fileName\": \"robinson.csv\"}");
    run("analyze");
    assertTrue(packed().get("do-not-call.csv").contains("d1,,robinson.csv,"));
    String plan =
        String.join(
            "\n",
            PostgresForTests.rows(
                address,
                "explain select sequence from facts where cell = 1 and kind = 'fact.list.loaded'"
                    + " and recorded_at < now()"));
    assertTrue(plan.contains("cell_kind_idx"), plan);
  }
}
