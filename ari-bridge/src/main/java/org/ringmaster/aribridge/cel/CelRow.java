// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.cel;

/**
 * One row of the channel event log.
 *
 * @param type such as {@code CHAN_START}
 * @param atMicros when, in epoch microseconds
 * @param uniqueId the channel's id
 * @param channelName the channel's name, such as {@code PJSIP/carrier-00000001}
 * @param bridgeId the bridge of a {@code BRIDGE_ENTER} or {@code BRIDGE_EXIT}, else empty
 * @param bridgeTechnology that bridge's technology, such as {@code holding_bridge}
 * @param hangupCause the cause of a {@code HANGUP}, else 0
 * @param application the dialplan application it was in, such as {@code Stasis}, or empty
 */
public record CelRow(
    String type,
    long atMicros,
    String uniqueId,
    String channelName,
    String bridgeId,
    String bridgeTechnology,
    int hangupCause,
    String application) {

  /** Type and ids only: names of channels may hold numbers of people. */
  @Override
  public String toString() {
    return type + " " + uniqueId + " " + atMicros;
  }
}
