// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.CookieHeaderNames.SameSite;
import io.netty.handler.codec.http.cookie.DefaultCookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.netty.handler.codec.http.cookie.ServerCookieEncoder;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.server.config.Role;

/** Finds out who asks: by the session's cookie, or by the command line's token. Any thread. */
public final class Access {

  static final String COOKIE = "ringmaster";
  private static final String BEARER = "Bearer ";
  private static final User COMMAND_LINE = new User("command line", Role.ADMIN, null);
  private static final Set<String> SAME = Set.of("same-origin", "none");

  /**
   * Who asks.
   *
   * @param session the token of the session; null for the command line
   */
  public record Asker(User user, @Nullable String session) {}

  private final Sessions sessions;
  private final @Nullable TokenFile token;

  Access(Sessions sessions, @Nullable TokenFile token) {
    this.sessions = sessions;
    this.token = token;
  }

  /** Who asks, or null where nobody can be told. */
  public @Nullable Asker asker(HttpHeaders headers) {
    String bearer = headers.get(HttpHeaderNames.AUTHORIZATION);
    if (bearer != null) {
      boolean ours =
          token != null
              && bearer.startsWith(BEARER)
              && token.matches(bearer.substring(BEARER.length()));
      return ours ? new Asker(COMMAND_LINE, null) : null;
    }
    String session = cookie(headers);
    User user = session == null ? null : sessions.use(session);
    return user == null ? null : new Asker(user, session);
  }

  /**
   * Whether a page of ours asks, and not one of somebody else's in the same browser. Browsers say
   * so; a client that is no browser says nothing and has no cookies of others to abuse.
   */
  public static boolean isSameSite(HttpHeaders headers) {
    String site = headers.get("sec-fetch-site");
    String origin = headers.get(HttpHeaderNames.ORIGIN);
    boolean siteFits = site == null || SAME.contains(site);
    return siteFits && (origin == null || isHost(origin, headers.get(HttpHeaderNames.HOST)));
  }

  private static boolean isHost(String origin, @Nullable String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The session's token as a cookie that scripts cannot read and other sites cannot send. */
  static String cookieWith(String session, long lastsMillis, boolean encrypted) {
    DefaultCookie cookie = new DefaultCookie(COOKIE, session);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.Strict);
    cookie.setPath("/");
    cookie.setSecure(encrypted);
    cookie.setMaxAge(lastsMillis / 1_000);
    return ServerCookieEncoder.STRICT.encode(cookie);
  }

  private static @Nullable String cookie(HttpHeaders headers) {
    String header = headers.get(HttpHeaderNames.COOKIE);
    if (header == null) {
      return null;
    }
    for (Cookie cookie : ServerCookieDecoder.STRICT.decode(header)) {
      if (cookie.name().equals(COOKIE)) {
        return cookie.value();
      }
    }
    return null;
  }
}
