// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedNumbersTest {

  @TempDir Path home;

  @Test
  void the_readme_shows_what_was_saved_and_keeps_the_rest() throws IOException {
    Path readme = home.resolve("README.md");
    Files.writeString(
        readme, "before\n" + SavedNumbers.BEGIN + "\nold\n" + SavedNumbers.END + "\nafter\n");
    SavedNumbers numbers = new SavedNumbers(home);
    numbers.save(
        new Report("example", false).add(new Row("a round trip", "us", new Spread(12_340))));
    assertTrue(numbers.writeReadme());
    String text = Files.readString(readme);
    assertTrue(text.startsWith("before\n") && text.endsWith("after\n"));
    assertTrue(text.contains("| a round trip | us | 12,340 |"), text);
    assertFalse(text.contains("old"));
    assertFalse(numbers.writeReadme());
  }

  @Test
  void a_readme_without_a_place_for_numbers_is_left_alone() throws IOException {
    Files.writeString(home.resolve("README.md"), "nothing\n");
    assertThrows(IOException.class, () -> new SavedNumbers(home).writeReadme());
  }
}
