// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationSourceTest {

  @TempDir Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("ringmaster.yaml"), text);
  }

  @Test
  void whatTheLabTakesOverWhileCallsGoOnDoesNotWaitForTheNextStart() throws Exception {
    String first = FirstConfiguration.text();
    ConfigurationSource source = ConfigurationSource.open(write(first));
    write(first + "  \"49301002\": {queue: sales}\n");
    ConfigurationSource.Reload reload = source.reload();
    assertEquals(List.of("numbers"), reload.changed());
    assertEquals(List.of(), reload.atNextStart());

    write(first + "http: {bindport: 8088}\n");
    assertEquals(List.of("http"), source.reload().atNextStart());
  }

  @Test
  void aTableOfPostalCodesIsReadAgainAtAReloadAndEachBadLineOfItIsAFindingOfTheFile()
      throws Exception {
    Path table = Files.writeString(folder.resolve("codes.csv"), "10115,Europe/Berlin,DE\n");
    String text = FirstConfiguration.text() + "zones: {postalcodes: codes.csv}\n";
    ConfigurationSource source = ConfigurationSource.open(write(text));
    assertEquals(List.of(), source.reload().changed());
    Files.writeString(table, "1*,Europe/Berlin,DE\n");
    ConfigurationSource.Reload reload = source.reload();
    assertEquals(List.of("zones"), reload.changed());
    assertEquals(List.of(), reload.atNextStart());
    Files.writeString(table, "1*,Europe/Berlin,DE\n4109,Europe/Berlin,DE\n1,Mars/Olympus\n");
    String why = assertThrows(ConfigurationRefused.class, source::reload).getMessage();
    assertTrue(why.contains("zones.postalcodes: codes.csv line 2: '4109' has 4"), why);
    assertTrue(why.contains("line 3: 'Mars/Olympus' is no time zone"), why);
    int place = (int) text.lines().count();
    assertTrue(why.contains("ringmaster.yaml:" + place + ":"), why);
  }

  @Test
  void aFileWithFindingsChangesNothing() throws Exception {
    ConfigurationSource source = ConfigurationSource.open(write(FirstConfiguration.text()));
    Configuration before = source.current();
    write("nodes: 5\n");
    assertThrows(ConfigurationRefused.class, source::reload);
    assertEquals(before, source.current());
  }
}
