// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** Why gathering ended. */
public enum GatherEnd {
  /** As many digits as were wanted. */
  COMPLETE,
  /** The ending digit was pressed. */
  TERMINATED,
  /** Nobody pressed anything, or not in time. */
  TIMED_OUT,
  /** The leg ended. */
  LEG_ENDED
}
