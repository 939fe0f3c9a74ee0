// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.file;

/** Why a recorded file is kept no longer. */
public enum FileEnd {
  /** It was kept as long as it had to be. */
  EXPIRED,
  /** Somebody asked for it. */
  ASKED
}
