// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.talk;

import org.ringmaster.core.kernel.Personal;

/** Tells which numbers agents must not call, whatever else is allowed. */
@FunctionalInterface
public interface CallBan {

  /** Whether agents must not call a number. */
  boolean isForbidden(Personal number);
}
