// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import org.jspecify.annotations.Nullable;

/**
 * The journey store.
 *
 * @param url a PostgreSQL's JDBC URL; null for the one that the platform runs itself
 * @param keepMillis how long facts are kept in it; 0 for ever
 */
public record StoreSettings(
    @Nullable String url, @Nullable String user, @Nullable Secret secret, long keepMillis) {
  /** Whether the platform runs the PostgreSQL itself. */
  public boolean embedded() {
    return url == null;
  }
}
