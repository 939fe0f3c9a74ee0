// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgres")
class SchemaTest {
  private static final String MARK = "<!-- tables: written by SchemaTest -->\n";

  private final StoreAddress address = PostgresForTests.newDatabase();

  /** Run with -Dstore.page.write=true to write the page anew. */
  @Test
  void thePageShowsTheTablesAsTheyAre() throws Exception {
    Path file = root().resolve("docs/reference/store.md");
    String page = Files.readString(file);
    String head = page.substring(0, page.indexOf(MARK) + MARK.length());
    String expected;
    try (Connection connection = address.connect("test")) {
      expected = head + SchemaPage.of(connection);
    }
    if (Boolean.getBoolean("store.page.write")) {
      Files.writeString(file, expected);
    }
    assertEquals(expected, Files.readString(file));
  }

  @Test
  void migrationsThatAreAppliedAreKnownAsSuchWithoutFlyway() throws Exception {
    Migrations migrations = Migrations.at(StoreOptions.CORE_MIGRATIONS);
    assertFalse(migrations.sums().isEmpty());
    try (Connection connection = address.connect("test")) {
      assertTrue(migrations.areApplied(connection, "migrations_core"));
      assertFalse(migrations.areApplied(connection, "migrations_of_nobody"));

      Map<String, Integer> more = new TreeMap<>(migrations.sums());
      more.put("V999__new.sql", 1);
      assertFalse(new Migrations(more).areApplied(connection, "migrations_core"), "a new one");
      Map<String, Integer> other = new TreeMap<>(migrations.sums());
      other.replaceAll((name, sum) -> sum + 1);
      assertFalse(new Migrations(other).areApplied(connection, "migrations_core"), "changed ones");
    }
  }

  @Test
  void whatProjectionsWriteIsThereWithItsTypeAndKey() {
    List<String> expected = new ArrayList<>();
    for (Projection projection : CoreProjections.all()) {
      for (StoreTable table : projection.tables()) {
        expected.add(table.name() + "|cell|smallint");
        for (StoreColumn column : table.columns()) {
          expected.add(table.name() + "|" + column.name() + "|" + column.kind().sqlName());
        }
        List<String> key = new ArrayList<>(List.of("cell"));
        table.columns().subList(0, table.keyColumns()).forEach(c -> key.add(c.name()));
        assertEquals(
            "PRIMARY KEY (" + String.join(", ", key) + ")",
            PostgresForTests.value(
                address,
                "select pg_get_constraintdef(oid) from pg_constraint where contype = 'p'"
                    + " and conrelid = '"
                    + table.name()
                    + "'::regclass"));
      }
    }
    List<String> found =
        PostgresForTests.rows(
            address,
            "select table_name, column_name, data_type from information_schema.columns"
                + " where table_schema = 'ringmaster' and is_generated = 'NEVER'");
    expected.forEach(column -> assertTrue(found.contains(column), column));
    List<String> left = new ArrayList<>(found);
    left.removeAll(expected);
    left.removeIf(
        column ->
            column.matches("(facts|projections|migrations_core|call_legs|journey_path)\\|.*"));
    assertEquals(List.of(), left, "columns that nothing writes");
  }

  @Test
  void everyPrimaryKeyBeginsWithTheCell() {
    assertEquals(
        List.of(),
        PostgresForTests.rows(
            address,
            "select conrelid::regclass from pg_constraint"
                + " where contype = 'p' and connamespace = 'ringmaster'::regnamespace"
                + " and conrelid::regclass::text not like 'migrations%'"
                + " and pg_get_constraintdef(oid) not like 'PRIMARY KEY (cell,%'"));
  }

  private static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve("docs/reference")))
        .findFirst()
        .orElseThrow();
  }
}
