// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.list;

/** How far an import is. */
public enum ImportState {
  /** Another one is read. */
  WAITING,
  /** Its rows are read. */
  READING,
  /** The list is loaded, or counted where that was all that was wanted. */
  DONE,
  /** The list was not loaded. */
  REFUSED,
  /** The list is being loaded, but that takes longer than is waited for. */
  UNANSWERED
}
