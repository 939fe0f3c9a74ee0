// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.file;

/** What somebody did with a recorded file. */
public enum FileUse {
  /** Listened to it on a page. */
  HEARD,
  /** Took a copy of it. */
  TAKEN
}
