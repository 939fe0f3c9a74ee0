// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who may open the pages: the configuration's users, and where it names none, one supervisor who is
 * made at the first start and kept, as a hash, in the var folder. Used by any thread.
 */
public final class UserAccounts {
  private static final String FILE = "first-user";
  private static final String FIRST = "supervisor";

  /** Compared with where there is no such user, so that the answer takes as long. */
  private static final PasswordHash NOBODY = PasswordHash.of(PasswordHash.drawPassword());

  private final Supplier<Configuration> configuration;
  private final Path file;

  /**
   * Accounts.
   *
   * @param configuration what holds now, asked each time
   * @param varFolder where the first user is kept
   */
  public UserAccounts(Supplier<Configuration> configuration, Path varFolder) {
    this.configuration = configuration;
    this.file = varFolder.resolve(FILE);
  }

  /**
   * A login that was made now, to be shown once.
   *
   * @param password not kept anywhere
   */
  public record FirstLogin(String name, String password) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Makes the first user where the configuration names none and none was made before. */
  public Optional<FirstLogin> makeFirst() {
    if (!configuration.get().users().isEmpty() || Files.exists(file)) {
      return Optional.empty();
    }
    String password = PasswordHash.drawPassword();
    try {
      Path made =
          Files.createTempFile(
              file.toAbsolutePath().getParent(),
              ".first-user",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(made, PasswordHash.of(password).text() + "\n");
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the first user in " + file, e);
    }
    return Optional.of(new FirstLogin(FIRST, password));
  }

  /** The user of this name as things stand now. */
  public Optional<UserSettings> named(String name) {
    return users().stream().filter(user -> user.name().equals(name)).findFirst();
  }

  /** The user with this name and password; takes as long where there is none. */
  public Optional<UserSettings> check(String name, String password) {
    Optional<UserSettings> user = named(name);
    boolean matches = user.map(UserSettings::password).orElse(NOBODY).matches(password);
    return matches ? user : Optional.empty();
  }

  private List<UserSettings> users() {
    List<UserSettings> configured = configuration.get().users();
    if (!configured.isEmpty() || !Files.exists(file)) {
      return configured;
    }
    try {
      PasswordHash hash = new PasswordHash(Files.readString(file).strip());
      return List.of(new UserSettings(FIRST, Role.SUPERVISOR, hash, null));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the first user from " + file, e);
    }
  }
}
