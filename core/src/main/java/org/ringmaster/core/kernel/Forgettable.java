// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

/**
 * An input with something of a person that is nobody's business where nothing came of it, such as
 * the key that a caller presses while they tell an agent their card. Immutable, as every input.
 */
public interface Forgettable extends Input {

  /**
   * The same without that: what is kept of it where it led to no fact and no command. Whoever
   * decides about it again must come to nothing too.
   */
  Input forgotten();
}
