// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;

/**
 * Somebody who looks, and how they are let in.
 *
 * @param headers what the handshake shows
 * @param says the first message; null for none
 * @param agent whose page it is; null for a wallboard
 */
record Seat(Kind kind, HttpHeaders headers, @Nullable String says, @Nullable AgentId agent) {

  /** What they look at. */
  enum Kind {
    /** A supervisor's wallboard with everybody's name. */
    BOARD("/live"),
    /** A wall, by a link. */
    WALL("/tv/live"),
    /** An agent's page. */
    PAGE("/desk/live");

    final String path;

    Kind(String path) {
      this.path = path;
    }
  }

  /** A wallboard; without a token where everybody is let in. */
  static Seat board(@Nullable String token) {
    HttpHeaders headers = new DefaultHttpHeaders();
    if (token != null) {
      headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token);
    }
    return new Seat(Kind.BOARD, headers, null, null);
  }

  /** A wall that has a link's token. */
  static Seat wall(String link) {
    return new Seat(Kind.WALL, new DefaultHttpHeaders(), link, null);
  }

  /** The page of an agent who has logged in. */
  static Seat page(AgentId agent, String cookie) {
    HttpHeaders headers = new DefaultHttpHeaders().set(HttpHeaderNames.COOKIE, cookie);
    return new Seat(Kind.PAGE, headers, null, agent);
  }
}
