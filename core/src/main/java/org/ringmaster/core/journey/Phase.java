// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

/** Where a touchpoint lies: how they learned of us, their contact with us, what follows. */
public enum Phase {
  BEFORE,
  DURING,
  AFTER
}
