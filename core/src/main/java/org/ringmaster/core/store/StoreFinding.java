// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.util.List;

/**
 * Something that is wrong in the store.
 *
 * @param check the name of the check that found it
 * @param meaning what is wrong
 * @param count how often
 * @param examples a few of those concerned
 */
public record StoreFinding(String check, String meaning, long count, List<String> examples) {
  @Override
  public String toString() {
    return check + ": " + meaning + ": " + count + " (" + String.join(", ", examples) + ")";
  }
}
