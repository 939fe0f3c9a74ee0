// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.outage;

/** What goes. */
enum OutagePart {
  /** The socket to Asterisk. */
  SOCKET_CUT,

  /** One Asterisk of two. */
  NODE_CRASH,

  /** PostgreSQL. */
  STORE_GONE
}
