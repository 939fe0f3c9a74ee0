// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

/** The texts that a {@link ScannedEvent} keeps of a message. */
public enum EventField {
  TYPE,
  APPLICATION,
  ASTERISK_ID,
  TIMESTAMP,
  CHANNEL_ID,
  CHANNEL_NAME,
  CHANNEL_STATE,
  CHANNEL_CREATION,
  CHANNEL_PROTOCOL_ID,
  CALLER_NUMBER,
  CALLER_NAME,
  CONNECTED_NUMBER,
  CONNECTED_NAME,
  DIALPLAN_CONTEXT,
  DIALPLAN_EXTEN,
  /** The leg that a {@code Dial} message is about. */
  PEER_ID,
  PEER_NAME,
  PEER_STATE,
  /** The leg on whose behalf {@link #PEER_ID} is dialled, when there is one. */
  DIALLER_ID,
  DIAL_STATUS,
  /** The channel whose place another one took. */
  REPLACED_ID,
  BRIDGE_ID,
  BRIDGE_NAME,
  BRIDGE_TYPE,
  PLAYBACK_ID,
  PLAYBACK_STATE,
  PLAYBACK_MEDIA,
  PLAYBACK_TARGET,
  RECORDING_NAME,
  RECORDING_STATE,
  RECORDING_CAUSE,
  RECORDING_TARGET,
  RECORDING_FORMAT,
  DIGIT,
  CAUSE_TEXT,
  ENDPOINT_TECHNOLOGY,
  ENDPOINT_RESOURCE,
  ENDPOINT_STATE,
  CONTACT_STATE,
  PEER_STATUS,
  DEVICE_NAME,
  DEVICE_STATE,
  TRANSFER_RESULT,
  TRANSFER_EXTEN,
  /** How far a transfer has come that was asked for before; the asking itself has none. */
  TRANSFER_STATE,
  /** What was dialled for a transfer. */
  TRANSFER_TO,
  /** The call, in its protocol's words, to whose other end one shall be transferred. */
  TRANSFER_CALL,
  /** The leg of that call, where the node has it. */
  TRANSFER_LEG
}
