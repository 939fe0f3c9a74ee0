// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.cel;

import java.util.List;
import java.util.Set;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;

/**
 * A leg as the second witness saw it. Instants are epoch microseconds, 0 where there was none.
 *
 * @param channelName the channel's first name
 * @param controlled whether it was seen in the application
 * @param stays the bridges it was in, in order
 * @param talkedWith the legs that were with it in a bridge that lets people hear each other
 */
public record WitnessedLeg(
    LegId leg,
    String channelName,
    long startMicros,
    long answerMicros,
    long endMicros,
    HangupCause cause,
    boolean controlled,
    List<Stay> stays,
    Set<LegId> talkedWith) {

  /**
   * Some time in a bridge.
   *
   * @param exitMicros 0 while it is still in
   * @param room whether it is a room to wait in, where nobody hears another
   */
  public record Stay(String bridgeId, boolean room, long enterMicros, long exitMicros) {}

  /** Copies the collections. */
  public WitnessedLeg {
    stays = List.copyOf(stays);
    talkedWith = Set.copyOf(talkedWith);
  }

  /** Whether the leg has ended. */
  public boolean ended() {
    return endMicros != 0;
  }

  /** Whether it is a part of the machinery (announcer, recorder, media) and nobody's connection. */
  public boolean isHelper() {
    int slash = channelName.indexOf('/');
    return switch (slash < 0 ? channelName : channelName.substring(0, slash)) {
      case "Announcer", "Recorder", "Snoop", "UnicastRTP", "MulticastRTP", "WebSocket", "Local" ->
          true;
      default -> false;
    };
  }
}
