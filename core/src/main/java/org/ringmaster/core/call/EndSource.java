// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** How we know that a leg ended. */
public enum EndSource {
  /** Asterisk told us when it happened. */
  SEEN,
  /** It was gone when we looked again; nobody has said when it ended. */
  NOT_SEEN,
  /** It was gone when we looked, and CEL has told when and why. */
  WITNESSED
}
