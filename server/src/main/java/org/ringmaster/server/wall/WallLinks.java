// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.wall;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.WallBoard;
import org.ringmaster.core.wall.WallLink;
import org.ringmaster.core.wall.WallLinkId;

/**
 * Says whether a wall may look: its token is ours, not over, and nobody took it back. Any thread.
 */
public final class WallLinks {

  private static final long MICROS_PER_MILLI = 1_000;

  private final WallBoard board;
  private final LinkSeal seal;
  private final LongSupplier clockMillis;

  /**
   * The links of a site.
   *
   * @param clockMillis epoch milliseconds
   */
  public WallLinks(WallBoard board, LinkSeal seal, LongSupplier clockMillis) {
    this.board = board;
    this.seal = seal;
    this.clockMillis = clockMillis;
  }

  /** What a wall shows to be let in by a link that expires then, epoch microseconds. */
  public String token(WallLinkId id, long expiresAtMicros) {
    return seal.token(id, expiresAtMicros);
  }

  /** The link of a token that is valid now, or null. */
  public @Nullable WallLinkId valid(@Nullable String token) {
    WallLinkId id = token == null ? null : seal.link(token, nowMicros());
    return id != null && isValid(id) ? id : null;
  }

  /** Whether a link is still valid. */
  public boolean isValid(WallLinkId id) {
    WallLink link = board.link(id);
    return link != null && link.isValid(nowMicros());
  }

  private long nowMicros() {
    return clockMillis.getAsLong() * MICROS_PER_MILLI;
  }
}
