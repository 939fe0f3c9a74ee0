// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

/** Who asked for something: the name a person logs in with, or the command line. */
public record Author(String value) {
  @Override
  public String toString() {
    return value;
  }
}
