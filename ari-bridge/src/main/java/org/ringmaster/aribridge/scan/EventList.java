// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

/** The lists of texts that a {@link ScannedEvent} keeps of a message. */
public enum EventList {
  /** What the dialplan gave to {@code Stasis()}, or an originate as {@code appArgs}. */
  ARGUMENTS,
  /** Ids of the channels in the bridge. */
  BRIDGE_CHANNELS,
  /** Names and values of the channel's reported variables, in turn. */
  CHANNEL_VARIABLES,
  /** Names and values of the bridge's reported variables, in turn. */
  BRIDGE_VARIABLES
}
