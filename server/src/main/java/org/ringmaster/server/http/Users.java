// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import org.jspecify.annotations.Nullable;

/** Who may open the pages, as the configuration in force says. Used by any thread. */
public interface Users {

  /**
   * The user with this name and password, or null. May take a tenth of a second, and should take as
   * long for an unknown name.
   */
  @Nullable User check(String name, String password);

  /** The user of this name as the configuration says now; null once there is none. */
  @Nullable User named(String name);
}
