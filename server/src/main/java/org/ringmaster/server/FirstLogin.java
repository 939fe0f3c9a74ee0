// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringmaster.server.config.PasswordHash;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.config.UserSettings;

/**
 * The supervisor of a site whose configuration names no users: drawn once, its hash kept in the var
 * folder from when the password is shown: a start that fails before leaves none that nobody knows.
 */
final class FirstLogin {

  private static final String NAME = "supervisor";

  private final Path file;
  private volatile @Nullable PasswordHash drawn;

  FirstLogin(Path folder) {
    file = folder.resolve("first-login");
  }

  /** Draws the login where there is none yet; name and password, to be shown once it is kept. */
  Optional<String> draw() {
    if (Files.exists(file)) {
      return Optional.empty();
    }
    String password = PasswordHash.drawPassword();
    drawn = PasswordHash.of(password);
    return Optional.of(NAME + " with the password " + password);
  }

  /** Keeps what was drawn, if anything was. */
  void keep() {
    PasswordHash hash = drawn;
    if (hash == null) {
      return;
    }
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, hash.text());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** The login. */
  UserSettings user() {
    PasswordHash hash = drawn;
    try {
      return new UserSettings(
          NAME,
          Role.SUPERVISOR,
          hash == null ? new PasswordHash(Files.readString(file).strip()) : hash,
          null);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + "; delete it to draw a new one", e);
    }
  }
}
