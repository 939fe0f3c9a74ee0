// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.desk;

/** What an agent says a contact was: a word of the configuration. */
public record Disposition(String value) {
  @Override
  public String toString() {
    return value;
  }
}
