// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Where a PostgreSQL is and who we are there.
 *
 * @param jdbcUrl such as {@code jdbc:postgresql://127.0.0.1:5432/ringmaster}
 * @param user the role; it must be allowed to create the schema {@link #SCHEMA}, or own it
 * @param password its secret; never printed
 */
public record StoreAddress(String jdbcUrl, String user, String password) {

  /** The schema that holds all tables. */
  public static final String SCHEMA = "ringmaster";

  private static final Driver DRIVER = new Driver();

  /** A new connection whose unqualified names mean our schema; the caller closes it. */
  public Connection connect(String applicationName) throws SQLException {
    Connection connection = DRIVER.connect(jdbcUrl, properties(applicationName));
    if (connection == null) {
      throw new StoreException(
          "'"
              + shown()
              + "' is not the address of a PostgreSQL; write it like"
              + " jdbc:postgresql://HOST:PORT/DATABASE");
    }
    return connection;
  }

  /** What the driver is to know beside the address. */
  Properties properties(String applicationName) {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", applicationName);
    properties.setProperty("currentSchema", SCHEMA);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "120");
    properties.setProperty("tcpKeepAlive", "true");
    // What a statement carries is personal: it does not belong into messages, which are logged.
    properties.setProperty("logServerErrorDetail", "false");
    // Our few statements are made again and again: let the server plan each once.
    properties.setProperty("prepareThreshold", "1");
    return properties;
  }

  /** The same PostgreSQL with another database. */
  StoreAddress database(String name) {
    int slash = jdbcUrl.lastIndexOf('/');
    return new StoreAddress(jdbcUrl.substring(0, slash + 1) + name, user, password);
  }

  /** The address without parameters, which may hold secrets. */
  public String shown() {
    int parameters = jdbcUrl.indexOf('?');
    return parameters < 0 ? jdbcUrl : jdbcUrl.substring(0, parameters);
  }

  @Override
  public String toString() {
    return shown() + " as " + user;
  }
}
