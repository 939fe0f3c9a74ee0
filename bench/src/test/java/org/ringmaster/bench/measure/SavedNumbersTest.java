// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedNumbersTest {

  @TempDir Path home;

  @Test
  void the_page_shows_all_that_was_saved_and_the_readme_the_most_telling() throws IOException {
    Path readme = home.resolve("README.md");
    Files.writeString(
        readme, "before\n" + SavedNumbers.BEGIN + "\nold\n" + SavedNumbers.END + "\nafter\n");
    SavedNumbers numbers = new SavedNumbers(home);
    numbers.save(
        new Report("import", false)
            .add(new Row("a round trip", "us", new Spread(12_340)).aim(Aim.atMost(12_000)))
            .add(new Row("leads read, checked and kept, 10 rows", "rows/s", new Spread(7))));
    assertTrue(numbers.writeReadme());
    String page = Files.readString(home.resolve("docs/numbers/README.md"));
    assertTrue(page.contains("## bench import\n"), page);
    assertTrue(page.contains("| a round trip | us | 12,340 |"), page);
    String text = Files.readString(readme);
    assertTrue(text.startsWith("before\n") && text.endsWith("after\n"));
    assertTrue(text.contains("| leads read, checked and kept, 10 rows | 7 rows/s |"), text);
    assertFalse(text.contains("| a round trip |"), text);
    assertTrue(text.contains("| 1 | 0 | a round trip (**no**: 12,340, missed by 2.83 %) |"), text);
    assertFalse(text.contains("old"));
    assertFalse(numbers.writeReadme());
  }

  @Test
  void a_part_that_is_measured_again_takes_its_rows_place_and_says_when() throws IOException {
    SavedNumbers numbers = new SavedNumbers(home);
    numbers.save(
        new Report("import", false)
            .add(new Row("first", "us", new Spread(1)))
            .add(new Row("second", "us", new Spread(2)).note("by hand")));
    numbers.save(
        new Report("import", false).part(true).add(new Row("second", "us", new Spread(3))));
    Files.writeString(
        home.resolve("README.md"), SavedNumbers.BEGIN + "\n" + SavedNumbers.END + "\n");
    numbers.writeReadme();
    String page = Files.readString(home.resolve("docs/numbers/README.md"));
    assertTrue(page.contains("| first | us | 1 |"), page);
    assertTrue(page.contains("| second [1] | us | 3 |"), page);
    assertTrue(page.contains("[1] measured alone at 20"), page);
    assertThrows(
        IllegalArgumentException.class, () -> numbers.save(new Report("import", true).part(true)));
  }

  @Test
  void every_row_that_the_readme_promises_is_in_what_the_repository_keeps() throws IOException {
    assertEquals(List.of(), new SavedNumbers(Path.of("..")).headlines().missing());
  }

  @Test
  void a_readme_without_a_place_for_numbers_is_left_alone() throws IOException {
    Files.writeString(home.resolve("README.md"), "nothing\n");
    assertThrows(IOException.class, () -> new SavedNumbers(home).writeReadme());
  }
}
