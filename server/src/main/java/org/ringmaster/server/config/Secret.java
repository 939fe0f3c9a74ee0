// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

/**
 * A secret that the file referred to. It prints as stars; only {@link #reveal()} shows it.
 *
 * @param value the secret itself
 */
public record Secret(String value) {
  /** The secret itself, for the login that needs it. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "***";
  }
}
