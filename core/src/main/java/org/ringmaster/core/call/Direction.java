// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** Who began the call. */
public enum Direction {
  /** They rang us. */
  INBOUND,
  /** We rang them. */
  OUTBOUND,
  /** One of our telephones rang us. */
  INTERNAL
}
