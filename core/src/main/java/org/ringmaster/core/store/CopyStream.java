// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * A COPY that is going on: rows leave in parts, so that the server reads them while we encode the
 * next. Cancelled by {@link #close} unless {@link #end} came before. Owned by one thread.
 */
final class CopyStream implements AutoCloseable {
  private static final int PART_BYTES = 1 << 15;

  private final CopyIn copy;
  private final CopyBuffer buffer;

  /** Begins a COPY of binary rows. */
  CopyStream(Connection connection, String statement, CopyBuffer buffer) throws SQLException {
    this.buffer = buffer.begin();
    this.copy = new CopyManager(connection.unwrap(BaseConnection.class)).copyIn(statement);
  }

  /** Begins a row. */
  CopyBuffer row(int columns) throws SQLException {
    if (buffer.length() > PART_BYTES) {
      send();
    }
    return buffer.row(columns);
  }

  /** Sends all rows so far; the server may still be working on them when this returns. */
  void flush() throws SQLException {
    send();
    copy.flushCopy();
  }

  private void send() throws SQLException {
    copy.writeToCopy(buffer.array(), 0, buffer.length());
    buffer.sent();
  }

  /** Ends it and waits until the server has taken all rows. */
  void end() throws SQLException {
    buffer.end();
    send();
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
