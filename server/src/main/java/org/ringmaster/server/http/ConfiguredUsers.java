// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.server.config.PasswordHash;
import org.ringmaster.server.config.UserSettings;

/** The users that the configuration in force names. Any thread. */
public final class ConfiguredUsers implements Users {

  private final Supplier<List<UserSettings>> settings;

  /** Compared where the name is unknown, so that the time taken does not tell names. */
  private final PasswordHash nobody = PasswordHash.ofNobody();

  /** The users of the settings as they are when somebody asks. */
  public ConfiguredUsers(Supplier<List<UserSettings>> settings) {
    this.settings = settings;
  }

  @Override
  public @Nullable User check(String name, String password) {
    UserSettings user = find(name);
    PasswordHash hash = user == null ? nobody : user.password();
    return hash.matches(password) && user != null ? userOf(user) : null;
  }

  @Override
  public @Nullable User named(String name) {
    UserSettings user = find(name);
    return user == null ? null : userOf(user);
  }

  private @Nullable UserSettings find(String name) {
    for (UserSettings user : settings.get()) {
      if (user.name().equals(name)) {
        return user;
      }
    }
    return null;
  }

  private static User userOf(UserSettings user) {
    return new User(user.name(), user.role(), user.agent(), user.password());
  }
}
