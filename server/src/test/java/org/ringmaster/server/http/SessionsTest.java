// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ringmaster.server.config.PasswordHash;
import org.ringmaster.server.config.Role;
import org.ringmaster.server.config.UserSettings;

class SessionsTest {
  private static final PasswordHash OLD = PasswordHash.of("sue-old");
  private static final PasswordHash NEW = PasswordHash.of("sue-new");

  private final List<UserSettings> file = new ArrayList<>(List.of(sue(Role.SUPERVISOR, OLD)));
  private final ConfiguredUsers users = new ConfiguredUsers(() -> file);
  private final WebSettings settings = SiteUnderTest.usual();
  private long nowMillis;
  private final Sessions sessions = new Sessions(users, settings, () -> nowMillis);

  private static UserSettings sue(Role role, PasswordHash password) {
    return new UserSettings("sue", role, password, null);
  }

  private String logIn(String password) {
    return sessions.begin(Objects.requireNonNull(users.check("sue", password)));
  }

  @Test
  void aNewPasswordEndsTheSessionsOfTheOldOneAtOnce() {
    String old = logIn("sue-old");
    assertNotNull(sessions.use(old));
    file.set(0, sue(Role.SUPERVISOR, NEW));
    assertNull(sessions.use(old));
    assertNotNull(sessions.use(logIn("sue-new")));
    file.set(0, sue(Role.SUPERVISOR, OLD));
    assertNull(sessions.use(old), "what has ended stays so");
  }

  @Test
  void anotherRoleHoldsAtOnceAndEndsNothing() {
    String session = logIn("sue-old");
    file.set(0, sue(Role.VIEWER, OLD));
    assertEquals(Role.VIEWER, Objects.requireNonNull(sessions.use(session)).role());
  }

  @Test
  void whoIsNoUserAnyMoreIsLoggedOut() {
    String session = logIn("sue-old");
    file.clear();
    assertNull(sessions.use(session));
  }

  @Test
  void aSessionEndsAWhileAfterItsLastUse() {
    String session = logIn("sue-old");
    nowMillis += settings.sessionMillis();
    assertNotNull(sessions.use(session));
    nowMillis += settings.sessionMillis() + 1;
    assertNull(sessions.use(session));
  }

  @Test
  void aSessionEndsAfterAWeekHoweverMuchItIsUsed() {
    String session = logIn("sue-old");
    for (int hour = 0; hour < 7 * 24; hour++) {
      assertNotNull(sessions.use(session), "hour " + hour);
      nowMillis += TimeUnit.HOURS.toMillis(1);
    }
    nowMillis++;
    assertNull(sessions.use(session));
  }
}
