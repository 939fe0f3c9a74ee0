// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import org.ringmaster.core.kernel.Command;

/** Where commands of some kind leave. Called by the command thread, in order; must not block. */
public interface Outlet {

  /** Takes the command if it is of this outlet's kind; else says false and leaves it to others. */
  boolean publish(Command command);
}
