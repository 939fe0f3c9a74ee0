// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstLoginTest {

  @TempDir Path folder;

  private static String password(Optional<String> said) {
    return said.orElseThrow().replaceFirst(".* ", "");
  }

  @Test
  void aStartThatFailsBeforeThePasswordIsShownLeavesNoneThatNobodyKnows() {
    new FirstLogin(folder).draw();

    FirstLogin again = new FirstLogin(folder);
    String shown = password(again.draw());
    assertTrue(again.user().password().matches(shown));
    again.keep();

    FirstLogin later = new FirstLogin(folder);
    assertEquals(Optional.empty(), later.draw());
    later.keep();
    assertTrue(later.user().password().matches(shown));
  }

  @Test
  void onlyItsOwnerReadsTheHash() throws IOException {
    FirstLogin login = new FirstLogin(folder);
    login.draw();
    login.keep();
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("first-login"))));
  }
}
