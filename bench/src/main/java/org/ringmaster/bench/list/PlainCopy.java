// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.list;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.ringmaster.core.store.EmbeddedStore;

/** The rows of a file as they stand into a table of texts, by COPY, with one commit. */
final class PlainCopy implements AutoCloseable {
  private final EmbeddedStore server;
  private final Connection connection;

  PlainCopy(Path folder) throws SQLException {
    server = EmbeddedStore.start(folder);
    connection = server.address().connect("bench");
    connection.setAutoCommit(false);
  }

  /** Copies a file into an empty table; how many rows it had. */
  long copy(Path file) throws SQLException, IOException {
    try (Statement run = connection.createStatement()) {
      run.execute("drop table if exists public.leads");
      run.execute(
          "create table public.leads (id text, name text, phone text, mobile text, town text)");
      connection.commit();
    }
    try (InputStream in = Files.newInputStream(file)) {
      long rows =
          new CopyManager(connection.unwrap(BaseConnection.class))
              .copyIn("copy public.leads from stdin (format csv, header)", in, 1 << 16);
      connection.commit();
      return rows;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    server.stop();
  }
}
