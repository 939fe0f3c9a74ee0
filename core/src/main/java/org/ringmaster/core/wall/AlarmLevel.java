// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.wall;

/** How bad a queue stands; in the order of badness. */
public enum AlarmLevel {
  /** As it should. */
  CALM,
  /** Somebody should look. */
  AMBER,
  /** Somebody should act. */
  RED
}
