// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
  void aFileWithFindingsChangesNothing() throws Exception {
    ConfigurationSource source = ConfigurationSource.open(write(FirstConfiguration.text()));
    Configuration before = source.current();
    write("nodes: 5\n");
    assertThrows(ConfigurationRefused.class, source::reload);
    assertEquals(before, source.current());
  }
}
