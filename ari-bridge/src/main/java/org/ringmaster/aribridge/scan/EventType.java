// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of ARI messages that we tell apart; every other one is {@link #UNKNOWN}. */
public enum EventType {
  UNKNOWN(""),
  APPLICATION_REGISTERED("ApplicationRegistered"),
  APPLICATION_REPLACED("ApplicationReplaced"),
  APPLICATION_UNREGISTERED("ApplicationUnregistered"),
  APPLICATION_MOVE_FAILED("ApplicationMoveFailed"),
  STASIS_START("StasisStart"),
  STASIS_END("StasisEnd"),
  CHANNEL_CREATED("ChannelCreated"),
  CHANNEL_STATE_CHANGE("ChannelStateChange"),
  CHANNEL_HANGUP_REQUEST("ChannelHangupRequest"),
  CHANNEL_DESTROYED("ChannelDestroyed"),
  CHANNEL_DTMF_RECEIVED("ChannelDtmfReceived"),
  CHANNEL_ENTERED_BRIDGE("ChannelEnteredBridge"),
  CHANNEL_LEFT_BRIDGE("ChannelLeftBridge"),
  CHANNEL_HOLD("ChannelHold"),
  CHANNEL_UNHOLD("ChannelUnhold"),
  CHANNEL_TALKING_STARTED("ChannelTalkingStarted"),
  CHANNEL_TALKING_FINISHED("ChannelTalkingFinished"),
  CHANNEL_TONE_DETECTED("ChannelToneDetected"),
  CHANNEL_TRANSFER("ChannelTransfer"),
  CHANNEL_USEREVENT("ChannelUserevent"),
  CHANNEL_VARSET("ChannelVarset"),
  CHANNEL_DIALPLAN("ChannelDialplan"),
  CHANNEL_CALLER_ID("ChannelCallerId"),
  CHANNEL_CONNECTED_LINE("ChannelConnectedLine"),
  DIAL("Dial"),
  BRIDGE_CREATED("BridgeCreated"),
  BRIDGE_DESTROYED("BridgeDestroyed"),
  BRIDGE_MERGED("BridgeMerged"),
  BRIDGE_BLIND_TRANSFER("BridgeBlindTransfer"),
  BRIDGE_ATTENDED_TRANSFER("BridgeAttendedTransfer"),
  BRIDGE_VIDEO_SOURCE_CHANGED("BridgeVideoSourceChanged"),
  PLAYBACK_STARTED("PlaybackStarted"),
  PLAYBACK_CONTINUING("PlaybackContinuing"),
  PLAYBACK_FINISHED("PlaybackFinished"),
  RECORDING_STARTED("RecordingStarted"),
  RECORDING_FINISHED("RecordingFinished"),
  RECORDING_FAILED("RecordingFailed"),
  DEVICE_STATE_CHANGED("DeviceStateChanged"),
  ENDPOINT_STATE_CHANGE("EndpointStateChange"),
  PEER_STATUS_CHANGE("PeerStatusChange"),
  CONTACT_STATUS_CHANGE("ContactStatusChange"),
  TEXT_MESSAGE_RECEIVED("TextMessageReceived"),
  CALL_BROADCAST("CallBroadcast"),
  CALL_CLAIMED("CallClaimed"),
  MISSING_PARAMS("MissingParams"),
  REST_RESPONSE("RESTResponse");

  private static final KeyTable<EventType> BY_NAME = new KeyTable<>(byName());

  private final String wireName;

  EventType(String wireName) {
    this.wireName = wireName;
  }

  /** The name that ARI writes in {@code type}. */
  public String wireName() {
    return wireName;
  }

  static @Nullable EventType find(byte[] bytes, int from, int to) {
    return BY_NAME.find(bytes, from, to);
  }

  private static Map<String, EventType> byName() {
    Map<String, EventType> names = new LinkedHashMap<>();
    for (EventType type : values()) {
      if (type != UNKNOWN) {
        names.put(type.wireName, type);
      }
    }
    return names;
  }
}
