// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in: random tokens that live in this process only and end a while after their last
 * use. Used by any thread.
 */
public final class Sessions {

  private static final int MAX_SESSIONS = 10_000;
  private static final int TOKEN_BYTES = 32;

  private record Session(String user, long lastUsedMillis) {}

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final Users users;
  private final long lastsMillis;
  private final LongSupplier clockMillis;

  /**
   * No sessions yet.
   *
   * @param lastsMillis how long a session lives after its last use
   * @param clockMillis what has passed since some instant, milliseconds; never set back
   */
  public Sessions(Users users, long lastsMillis, LongSupplier clockMillis) {
    this.users = users;
    this.lastsMillis = lastsMillis;
    this.clockMillis = clockMillis;
  }

  /** Begins a session; its token. */
  String begin(User user) {
    forgetOld();
    byte[] drawn = new byte[TOKEN_BYTES];
    random.nextBytes(drawn);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    sessions.put(token, new Session(user.name(), clockMillis.getAsLong()));
    return token;
  }

  /** Whose session this is, as the configuration says now; null where it is over. Counts as use. */
  public @Nullable User use(String token) {
    long now = clockMillis.getAsLong();
    Session session =
        sessions.computeIfPresent(
            token, (id, it) -> isOver(it, now) ? null : new Session(it.user(), now));
    return session == null ? null : users.named(session.user());
  }

  /** Ends a session. */
  void end(String token) {
    sessions.remove(token);
  }

  private boolean isOver(Session session, long nowMillis) {
    return nowMillis - session.lastUsedMillis() > lastsMillis;
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
