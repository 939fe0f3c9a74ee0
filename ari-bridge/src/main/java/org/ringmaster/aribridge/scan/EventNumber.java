// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

/** The whole numbers that a {@link ScannedEvent} keeps of a message. */
public enum EventNumber {
  /** Q.850 hang-up cause. */
  CAUSE,
  /** The technology's own cause, for SIP the response code (Asterisk 22.6 and later). */
  TECH_CAUSE,
  /** How long a key was held down, in milliseconds. */
  DIGIT_MILLIS,
  /** How long somebody talked, in milliseconds. */
  TALK_MILLIS,
  /** A recording's length in seconds. */
  RECORDING_SECONDS,
  /** A recording's speech in seconds. */
  RECORDING_TALK_SECONDS
}
