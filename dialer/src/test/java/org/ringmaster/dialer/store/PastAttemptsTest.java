// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.PostgresForTests;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.load.DialledNumbers;

@Tag("postgres")
class PastAttemptsTest {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final long FROM = 1_700_000_000_000_000L;

  private final StoreAddress address = PostgresForTests.newDatabase();
  private final JourneyStore store = JourneyStore.open(DialerStore.options(address, 1, CODEC));

  @AfterEach
  void close() {
    store.close();
  }

  /** Attempts, each with the prefix of the rules before it and what was dialled. */
  private List<String> numbersOf(String... prefixThenDialled) throws Exception {
    for (int i = 0; i < prefixThenDialled.length; i += 2) {
      PostgresForTests.run(
          address,
          "insert into campaign_rules (cell, campaign_id, sequence, rules) values (1, 'spring', %d,"
                  .formatted(10 * i + 1)
              + " '{\"prefix\": \"%s\"}')".formatted(prefixThenDialled[i]));
      PostgresForTests.run(
          address,
          "insert into calls (cell, call_id, caller_number) values (1, 'c%d', '%s')"
              .formatted(i, prefixThenDialled[i + 1]));
      PostgresForTests.run(
          address,
          "insert into attempts (cell, leg_id, campaign_id, call_id, sequence, dialled_at) values"
              + " (1, 'l%d', 'spring', 'c%d', %d, to_timestamp(1700000000 + %d))"
                  .formatted(i, i, 10 * i + 2, i));
    }
    StringWriter csv = new StringWriter();
    new PastAttempts(store.readers(), 1).csv("spring", FROM, FROM + 1_000_000_000L, csv);
    return csv.toString().lines().skip(1).map(line -> line.split(",", -1)[3]).toList();
  }

  @Test
  void theNumberOfALeadIsExportedAsSpreadsheetsAndProgramsReadItWhateverIsDialledBeforeIt()
      throws Exception {
    assertEquals(
        List.of("+4930901820", "+4930901821", "+4930901822", "+4930901823", "+4930901824"),
        numbersOf(
            "+",
            "+4930901820",
            "00",
            "004930901821",
            "9#",
            "9#4930901822",
            "49",
            "494930901823",
            "",
            "4930901824"));
  }

  private static String identity(String number) {
    return Objects.requireNonNull(Journeys.telephone(new Personal(number))).value();
  }

  @Test
  void whomAnyCampaignHasDialledSinceAnInstantIsKnownByTheirNumber() throws Exception {
    String[][] dialled = {{"spring", "+4930901820", "10"}, {"autumn", "+4930901821", "20"}};
    for (String[] one : dialled) {
      PostgresForTests.run(
          address, "insert into campaigns (cell, campaign_id) values (1, '%s')".formatted(one[0]));
      PostgresForTests.run(
          address,
          "insert into attempts (cell, leg_id, campaign_id, identity_id, dialled_at) values"
              + " (1, 'l%s', '%s', '%s', to_timestamp(1700000000 + %s))"
                  .formatted(one[2], one[0], identity(one[1]), one[2]));
    }
    PastAttempts attempts = new PastAttempts(store.readers(), 1);
    DialledNumbers all = attempts.dialledSince(FROM);
    assertTrue(all.has(4930901820L) && all.has(4930901821L));
    assertFalse(all.has(4930901822L));
    DialledNumbers later = attempts.dialledSince(FROM + 15_000_000);
    assertFalse(later.has(4930901820L));
    assertTrue(later.has(4930901821L));
  }

  @Test
  void aNumberThatDoesNotFitTheRulesIsExportedAsItWasDialled() throws Exception {
    assertEquals(List.of("+4930901820"), numbersOf("00", "+4930901820"));
  }
}
