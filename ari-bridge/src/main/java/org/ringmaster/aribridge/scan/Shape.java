// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object inside a message: which of its keys we keep, and where. Immutable. */
final class Shape {
  static final Shape ROOT = root();

  private final KeyTable<Slot> slots;

  private Shape(Map<String, Slot> slots) {
    this.slots = new KeyTable<>(slots);
  }

  @Nullable Slot find(byte[] bytes, int from, int to) {
    return slots.find(bytes, from, to);
  }

  private static Shape root() {
    return new Shape(
        Map.ofEntries(
            entry("type", Slot.text(EventField.TYPE)),
            entry("application", Slot.text(EventField.APPLICATION)),
            entry("asterisk_id", Slot.text(EventField.ASTERISK_ID)),
            entry("timestamp", Slot.text(EventField.TIMESTAMP)),
            entry("args", Slot.texts(EventList.ARGUMENTS)),
            entry("channel", Slot.object(channel())),
            entry("peer", Slot.object(peer())),
            entry("caller", Slot.object(only("id", EventField.DIALLER_ID))),
            entry("dialstatus", Slot.text(EventField.DIAL_STATUS)),
            entry("replace_channel", Slot.object(only("id", EventField.REPLACED_ID))),
            entry("bridge", Slot.object(bridge())),
            entry("playback", Slot.object(playback())),
            entry("recording", Slot.object(recording())),
            entry("endpoint", Slot.object(endpoint())),
            entry("contact_info", Slot.object(only("contact_status", EventField.CONTACT_STATE))),
            entry("device_state", Slot.object(deviceState())),
            entry("digit", Slot.text(EventField.DIGIT)),
            entry("duration_ms", Slot.whole(EventNumber.DIGIT_MILLIS)),
            entry("duration", Slot.whole(EventNumber.TALK_MILLIS)),
            entry("cause", Slot.whole(EventNumber.CAUSE)),
            entry("cause_txt", Slot.text(EventField.CAUSE_TEXT)),
            entry("tech_cause", Slot.whole(EventNumber.TECH_CAUSE)),
            entry("result", Slot.text(EventField.TRANSFER_RESULT)),
            entry("exten", Slot.text(EventField.TRANSFER_EXTEN)),
            entry("state", Slot.text(EventField.TRANSFER_STATE)),
            entry(
                "referred_by",
                Slot.object(new Shape(Map.of("source_channel", Slot.object(channel()))))),
            entry("refer_to", Slot.object(referTo()))));
  }

  private static Shape referTo() {
    return new Shape(
        Map.of(
            "requested_destination",
            Slot.object(
                new Shape(
                    Map.of(
                        "destination", Slot.text(EventField.TRANSFER_TO),
                        "protocol_id", Slot.text(EventField.TRANSFER_CALL)))),
            "destination_channel",
            Slot.object(only("id", EventField.TRANSFER_LEG))));
  }

  private static Shape only(String key, EventField field) {
    return new Shape(Map.of(key, Slot.text(field)));
  }

  private static Shape party(EventField number, EventField name) {
    return new Shape(Map.of("number", Slot.text(number), "name", Slot.text(name)));
  }

  private static Shape channel() {
    return new Shape(
        Map.ofEntries(
            entry("id", Slot.text(EventField.CHANNEL_ID)),
            entry("name", Slot.text(EventField.CHANNEL_NAME)),
            entry("state", Slot.text(EventField.CHANNEL_STATE)),
            entry("creationtime", Slot.text(EventField.CHANNEL_CREATION)),
            entry("protocol_id", Slot.text(EventField.CHANNEL_PROTOCOL_ID)),
            entry("caller", Slot.object(party(EventField.CALLER_NUMBER, EventField.CALLER_NAME))),
            entry(
                "connected",
                Slot.object(party(EventField.CONNECTED_NUMBER, EventField.CONNECTED_NAME))),
            entry("dialplan", Slot.object(dialplan())),
            entry("channelvars", Slot.pairs(EventList.CHANNEL_VARIABLES))));
  }

  private static Shape dialplan() {
    return new Shape(
        Map.of(
            "context", Slot.text(EventField.DIALPLAN_CONTEXT),
            "exten", Slot.text(EventField.DIALPLAN_EXTEN)));
  }

  /** In {@code Dial} the dialled channel, in {@code PeerStatusChange} a peer's state. */
  private static Shape peer() {
    return new Shape(
        Map.of(
            "id", Slot.text(EventField.PEER_ID),
            "name", Slot.text(EventField.PEER_NAME),
            "state", Slot.text(EventField.PEER_STATE),
            "peer_status", Slot.text(EventField.PEER_STATUS)));
  }

  private static Shape bridge() {
    return new Shape(
        Map.of(
            "id", Slot.text(EventField.BRIDGE_ID),
            "name", Slot.text(EventField.BRIDGE_NAME),
            "bridge_type", Slot.text(EventField.BRIDGE_TYPE),
            "channels", Slot.texts(EventList.BRIDGE_CHANNELS),
            "bridgevars", Slot.pairs(EventList.BRIDGE_VARIABLES)));
  }

  private static Shape playback() {
    return new Shape(
        Map.of(
            "id", Slot.text(EventField.PLAYBACK_ID),
            "state", Slot.text(EventField.PLAYBACK_STATE),
            "media_uri", Slot.text(EventField.PLAYBACK_MEDIA),
            "target_uri", Slot.text(EventField.PLAYBACK_TARGET)));
  }

  private static Shape recording() {
    return new Shape(
        Map.of(
            "name", Slot.text(EventField.RECORDING_NAME),
            "state", Slot.text(EventField.RECORDING_STATE),
            "cause", Slot.text(EventField.RECORDING_CAUSE),
            "target_uri", Slot.text(EventField.RECORDING_TARGET),
            "format", Slot.text(EventField.RECORDING_FORMAT),
            "duration", Slot.whole(EventNumber.RECORDING_SECONDS),
            "talking_duration", Slot.whole(EventNumber.RECORDING_TALK_SECONDS)));
  }

  private static Shape endpoint() {
    return new Shape(
        Map.of(
            "technology", Slot.text(EventField.ENDPOINT_TECHNOLOGY),
            "resource", Slot.text(EventField.ENDPOINT_RESOURCE),
            "state", Slot.text(EventField.ENDPOINT_STATE)));
  }

  private static Shape deviceState() {
    return new Shape(
        Map.of(
            "name", Slot.text(EventField.DEVICE_NAME),
            "state", Slot.text(EventField.DEVICE_STATE)));
  }
}
