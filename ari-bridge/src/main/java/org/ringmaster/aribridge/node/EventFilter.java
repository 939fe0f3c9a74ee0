// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import java.util.List;
import java.util.stream.Collectors;
import org.ringmaster.aribridge.scan.EventType;
import org.ringmaster.aribridge.transport.AriRequest;
import org.ringmaster.aribridge.transport.UriText;

/**
 * The messages that Asterisk need not send us. Always a list of what is not wanted: a list of what
 * is wanted would silence the answers to our own requests.
 */
final class EventFilter {
  private static final List<EventType> UNWANTED =
      List.of(
          EventType.CHANNEL_VARSET,
          EventType.CHANNEL_DIALPLAN,
          EventType.CHANNEL_CREATED,
          EventType.CHANNEL_CALLER_ID,
          EventType.CHANNEL_CONNECTED_LINE,
          EventType.DIAL,
          EventType.BRIDGE_CREATED,
          EventType.BRIDGE_VIDEO_SOURCE_CHANGED,
          EventType.PLAYBACK_STARTED,
          EventType.PLAYBACK_CONTINUING,
          EventType.RECORDING_STARTED);

  private EventFilter() {}

  static AriRequest request(String app) {
    String types =
        UNWANTED.stream()
            .map(type -> "{\"type\":\"" + type.wireName() + "\"}")
            .collect(Collectors.joining(","));
    return AriRequest.put(
        UriText.of("applications").path(app).path("eventFilter").toString(),
        "{\"disallowed\":[" + types + "]}");
  }
}
