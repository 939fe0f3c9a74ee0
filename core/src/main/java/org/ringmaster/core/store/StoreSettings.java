// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the server promises to keep, as it says itself: printed beside every figure and by the check
 * of the installation.
 *
 * @param serverVersion such as {@code 18.6}
 * @param serverVersionNumber such as {@code 180006}
 * @param fsync whether it waits for the disk
 * @param synchronousCommit whether a commit is on disk when it returns; {@code on} or stronger
 * @param fullPageWrites whether a torn page can be repaired
 * @param dataFolder where the server keeps its files; empty where we may not know
 */
public record StoreSettings(
    String serverVersion,
    int serverVersionNumber,
    String fsync,
    String synchronousCommit,
    String fullPageWrites,
    String dataFolder) {

  /** The oldest PostgreSQL that has what the store uses. */
  public static final int OLDEST_MAJOR = 15;

  private static final int MAJOR_UNIT = 10_000;

  private static final String QUESTION =
      "select current_setting('server_version'), current_setting('server_version_num')::int,"
          + " current_setting('fsync'), current_setting('synchronous_commit'),"
          + " current_setting('full_page_writes'),"
          + " case when pg_has_role('pg_read_all_settings', 'usage')"
          + " then current_setting('data_directory') else '' end";

  /** Asks the server behind a connection. */
  public static StoreSettings of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUESTION)) {
      row.next();
      return new StoreSettings(
          row.getString(1),
          row.getInt(2),
          row.getString(3),
          row.getString(4),
          row.getString(5),
          row.getString(6));
    }
  }

  /** Whether what is committed survives a power cut. */
  public boolean durable() {
    return fsync.equals("on") && fullPageWrites.equals("on") && !synchronousCommit.equals("off");
  }

  /** Fails with a clear sentence where the server is too old. */
  void mustBeRecent(StoreAddress address) {
    if (serverVersionNumber / MAJOR_UNIT < OLDEST_MAJOR) {
      throw new StoreException(
          "PostgreSQL "
              + serverVersion
              + " at "
              + address.shown()
              + " is too old: the journey store needs "
              + OLDEST_MAJOR
              + " or later. Upgrade it, or leave the address out to use the built-in one.");
    }
  }

  @Override
  public String toString() {
    return "PostgreSQL "
        + serverVersion
        + ", fsync="
        + fsync
        + ", synchronous_commit="
        + synchronousCommit
        + ", full_page_writes="
        + fullPageWrites;
  }
}
