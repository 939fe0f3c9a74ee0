// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.PostgresForTests;
import org.ringmaster.core.store.Projection;
import org.ringmaster.core.store.SchemaPage;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.core.store.StoreColumn;
import org.ringmaster.core.store.StoreTable;
import org.ringmaster.dialer.DialerCentre;

@Tag("postgres")
class DialerStoreTest {
  private static final String MARK = "<!-- tables: written by DialerStoreTest -->\n";
  private static final Set<String> OURS =
      Set.of(
          "campaigns",
          "campaign_rules",
          "attempts",
          "campaign_attempts",
          "campaign_days",
          "previews",
          "recalls");

  private final StoreAddress address = migrated();

  private static StoreAddress migrated() {
    StoreAddress address = PostgresForTests.newDatabase();
    FactCodec codec = FactCodec.of(DialerCentre.names().build());
    JourneyStore.open(DialerStore.options(address, 1, codec)).close();
    return address;
  }

  /** Run with -Dstore.page.write=true to write the page anew. */
  @Test
  void thePageShowsTheTablesAsTheyAre() throws Exception {
    Path file = Path.of("../docs/reference/store-campaigns.md");
    String page = Files.readString(file);
    String expected = page.substring(0, page.indexOf(MARK) + MARK.length());
    try (Connection connection = address.connect("test")) {
      expected += SchemaPage.of(connection, OURS::contains);
    }
    if (Boolean.getBoolean("store.page.write")) {
      Files.writeString(file, expected);
    }
    assertEquals(expected, Files.readString(file));
  }

  @Test
  void whatIsWrittenIsThereWithItsTypeAndNothingIsThereThatNobodyWrites() {
    List<String> expected = new ArrayList<>();
    for (Projection projection : DialerStore.own()) {
      for (StoreTable table : projection.tables()) {
        expected.add(table.name() + "|cell|smallint");
        for (StoreColumn column : table.columns()) {
          expected.add(table.name() + "|" + column.name() + "|" + column.kind().sqlName());
        }
      }
    }
    List<String> found =
        new ArrayList<>(
            PostgresForTests.rows(
                address,
                "select table_name, column_name, data_type from information_schema.columns"
                    + " where table_schema = 'ringmaster' and is_generated = 'NEVER'"
                    + " and table_name in ('campaigns', 'campaign_rules', 'attempts', 'previews',"
                    + " 'recalls')"));
    expected.sort(null);
    found.sort(null);
    assertEquals(expected, found);
  }

  @Test
  void noTableOfTheDialerHoldsANumberOrAName() {
    assertTrue(
        PostgresForTests.rows(
                address,
                "select col_description(a.attrelid, a.attnum) from pg_attribute a"
                    + " where a.attrelid in ('campaigns'::regclass, 'campaign_rules'::regclass,"
                    + " 'attempts'::regclass, 'previews'::regclass, 'recalls'::regclass) and a.attnum > 0"
                    + " and col_description(a.attrelid, a.attnum) like '%Personal%'")
            .isEmpty());
  }
}
