// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.server.config.PasswordHash;

/**
 * Who is logged in: random tokens that live in this process only. They end a while after their last
 * use, a longer while after the login however much they are used, and with the password they were
 * begun with. Used by any thread.
 */
public final class Sessions {

  private static final int MAX_SESSIONS = 10_000;
  private static final int TOKEN_BYTES = 32;

  private record Session(
      String user, @Nullable PasswordHash password, long begunMillis, long lastUsedMillis) {
    Session usedAt(long nowMillis) {
      return new Session(user, password, begunMillis, nowMillis);
    }
  }

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final Users users;
  private final WebSettings settings;
  private final LongSupplier clockMillis;

  /**
   * No sessions yet.
   *
   * @param settings how long a session lives
   * @param clockMillis what has passed since some instant, milliseconds; never set back
   */
  public Sessions(Users users, WebSettings settings, LongSupplier clockMillis) {
    this.users = users;
    this.settings = settings;
    this.clockMillis = clockMillis;
  }

  /** Begins a session; its token. */
  String begin(User user) {
    forgetOld();
    byte[] drawn = new byte[TOKEN_BYTES];
    random.nextBytes(drawn);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    long now = clockMillis.getAsLong();
    sessions.put(token, new Session(user.name(), user.password(), now, now));
    return token;
  }

  /** Whose session this is, as the configuration says now; null where it is over. Counts as use. */
  public @Nullable User use(String token) {
    long now = clockMillis.getAsLong();
    Session session =
        sessions.computeIfPresent(token, (id, it) -> isOver(it, now) ? null : it.usedAt(now));
    if (session == null) {
      return null;
    }
    User user = users.named(session.user());
    if (user != null && Objects.equals(user.password(), session.password())) {
      return user;
    }
    sessions.remove(token);
    return null;
  }

  /** Ends a session. */
  void end(String token) {
    sessions.remove(token);
  }

  private boolean isOver(Session session, long nowMillis) {
    return nowMillis - session.lastUsedMillis() > settings.sessionMillis()
        || nowMillis - session.begunMillis() > settings.maxSessionMillis();
  }

  private void forgetOld() {
    long now = clockMillis.getAsLong();
    sessions.values().removeIf(session -> isOver(session, now));
    if (sessions.size() >= MAX_SESSIONS) {
      sessions.entrySet().stream()
          .min(Comparator.comparingLong(entry -> entry.getValue().lastUsedMillis()))
          .ifPresent(oldest -> sessions.remove(oldest.getKey()));
    }
  }
}
