// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.ringmaster.server.config.Secret;
import org.ringmaster.server.config.StoreSettings;

/** Whether the journey store is reached, new enough, and keeps what it has said it keeps. */
final class DatabaseCheck {
  private static final String WHAT = "database";
  private static final int OLDEST = 150_000;

  private DatabaseCheck() {}

  static List<Check> checks(StoreSettings store, Path varFolder) {
    String url = store.url();
    if (url == null) {
      return List.of();
    }
    Properties login = new Properties();
    Secret secret = store.secret();
    login.setProperty("user", store.user() == null ? "ringmaster" : store.user());
    login.setProperty("password", secret == null ? "" : secret.reveal());
    login.setProperty("connectTimeout", "5");
    try (Connection connection = DriverManager.getConnection(url, login)) {
      return checks(connection);
    } catch (SQLException e) {
      return List.of(
          Check.fail(
              WHAT,
              "not reached: " + e.getMessage(),
              "calls go on without it; see store.url, store.user and store.secret"));
    }
  }

  private static List<Check> checks(Connection connection) throws SQLException {
    List<Check> checks = new ArrayList<>();
    String version = setting(connection, "server_version");
    checks.add(
        Integer.parseInt(setting(connection, "server_version_num")) >= OLDEST
            ? Check.ok(WHAT, "PostgreSQL " + version)
            : Check.fail(WHAT, "PostgreSQL " + version + " is too old", "use 15 or newer"));
    for (String name : List.of("fsync", "full_page_writes", "synchronous_commit")) {
      String value = setting(connection, name);
      checks.add(
          value.equals("off")
              ? Check.warn(
                  WHAT + " " + name,
                  "off: a power cut may lose what was stored",
                  name + " = on   ; in postgresql.conf")
              : Check.ok(WHAT + " " + name, value));
    }
    return checks;
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show " + name)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
