// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.live;

/** Who looks, and so what is shown. */
enum LiveAudience {
  /** People who have logged in: all there is. */
  STAFF,
  /** A wall, by a link: queues and nodes, and nobody's name. */
  WALL
}
