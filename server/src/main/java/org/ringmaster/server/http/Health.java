// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.util.List;

/** What the platform says of its own parts. Used by any thread; never blocks. */
@FunctionalInterface
public interface Health {

  /**
   * One part.
   *
   * @param name such as {@code journal}
   * @param well whether it does its work
   * @param detail a sentence; what to do where it is not well
   */
  record Part(String name, boolean well, String detail) {}

  /** All parts now. */
  List<Part> parts();

  /** Whether every part does its work. */
  default boolean well() {
    return parts().stream().allMatch(Part::well);
  }
}
