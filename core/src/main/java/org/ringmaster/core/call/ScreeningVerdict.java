// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** What a detector takes a voice for. */
public enum ScreeningVerdict {
  /** A person. */
  HUMAN,
  /** An answering machine. */
  MACHINE,
  /** It cannot say, came too late, or could not listen: who may be a person is treated as one. */
  UNKNOWN
}
