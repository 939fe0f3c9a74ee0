// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

/** What a campaign does with what is taken for an answering machine. */
public enum MachinePolicy {
  /** Nothing: the verdict is kept, and counted. */
  OBSERVE,
  /** It is hung up. */
  HANG_UP,
  /** It is left a message when its greeting is over. */
  MESSAGE
}
