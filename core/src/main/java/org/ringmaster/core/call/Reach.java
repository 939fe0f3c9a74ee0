// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** Whether a telephone or trunk can be rung, as its node tells. */
public enum Reach {
  /** Its node has not told. */
  UNKNOWN,
  /** It is registered, or at a fixed address that answers. */
  REACHABLE,
  /** It is not there: a leg to it would fail. */
  UNREACHABLE
}
