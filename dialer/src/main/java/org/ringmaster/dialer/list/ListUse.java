// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.list;

/** What a loaded list is for. */
public enum ListUse {
  /** Its leads are dialled by a campaign. */
  DIAL,
  /** Its numbers are not called: by one campaign, or by none where no campaign is named. */
  DO_NOT_CALL,
  /** A use that only a newer version knows; nothing is dialled from it. */
  UNKNOWN
}
