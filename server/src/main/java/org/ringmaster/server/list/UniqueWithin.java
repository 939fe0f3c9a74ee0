// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.list;

/** Among whom a number of a list must be the only one. */
public enum UniqueWithin {
  /** In the file alone. */
  FILE,
  /** In the file, and in all lists of the campaign. */
  CAMPAIGN,
  /** In the file, and in the lists of all campaigns that are not closed. */
  SYSTEM
}
