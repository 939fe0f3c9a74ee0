// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserAccountsTest {
  @TempDir Path folder;
  private final AtomicReference<Configuration> now = new AtomicReference<>();

  @Test
  void aFirstSupervisorIsMadeOnceAndEndsWithTheFirstConfiguredUser() throws Exception {
    now.set(read(""));
    UserAccounts accounts = new UserAccounts(now::get, folder);

    UserAccounts.FirstLogin made = accounts.makeFirst().orElseThrow();

    assertFalse(new UserAccounts(now::get, folder).makeFirst().isPresent());
    assertEquals(
        Role.SUPERVISOR, accounts.check(made.name(), made.password()).orElseThrow().role());
    assertFalse(accounts.check(made.name(), "wrong").isPresent());
    assertFalse(accounts.check("nobody", made.password()).isPresent());
    Path kept = folder.resolve("first-user");
    assertFalse(Files.readString(kept).contains(made.password()));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));

    now.set(read("users: {maria: {role: viewer, password: \"${env:P}\"}}\n"));
    assertFalse(accounts.named(made.name()).isPresent());
    assertTrue(accounts.check("maria", "from outside").isPresent());
  }

  private static Configuration read(String more) throws ConfigurationRefused {
    return ConfigurationFile.read(
        "x.yaml", "nodes: {edge: {lab: yes}}\n" + more, Path.of("."), Map.of("P", "from outside"));
  }
}
