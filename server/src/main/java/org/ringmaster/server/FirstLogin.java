// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.ringmaster.server.config.PasswordHash;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.config.UserSettings;

/**
 * The supervisor of a site whose configuration names no users: drawn once, its hash kept in the var
 * folder.
 */
final class FirstLogin {

  private static final String NAME = "supervisor";

  private final Path file;

  FirstLogin(Path folder) {
    file = folder.resolve("first-login");
  }

  /** Draws the login where there is none yet; its password, to be shown once. */
  Optional<String> draw() {
    if (Files.exists(file)) {
      return Optional.empty();
    }
    String password = PasswordHash.drawPassword();
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, PasswordHash.of(password).text());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    return Optional.of(NAME + " with the password " + password);
  }

  /** The login. */
  UserSettings user() {
    try {
      PasswordHash hash = new PasswordHash(Files.readString(file).strip());
      return new UserSettings(NAME, Role.SUPERVISOR, hash, null);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + "; delete it to draw a new one", e);
    }
  }
}
