// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.store.StoreAddress;

/**
 * What is possible at all: the very bytes of the table of facts, made beforehand, in one COPY and
 * one commit. The bytes come from a table that the store has filled.
 */
final class BareCopy implements Contestant {
  private static final int PART_BYTES = 1 << 16;

  private final Connection source;
  private final Connection target;
  private final Map<Long, byte[]> made = new HashMap<>();

  /** Copies from one database, where the facts already are, to another. */
  BareCopy(StoreAddress filled, StoreAddress empty) throws SQLException {
    source = filled.connect("bench");
    target = empty.connect("bench");
    FactPartitions.copy(source, target);
    target.setAutoCommit(false);
  }

  /** Makes the bytes of facts that will be written. */
  void prepare(List<RecordedFact> facts) throws SQLException, IOException {
    long first = facts.getFirst().sequence();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new CopyManager(source.unwrap(BaseConnection.class))
        .copyOut(
            "copy (select * from facts where sequence between "
                + first
                + " and "
                + facts.getLast().sequence()
                + " order by sequence) to stdout (format binary)",
            bytes);
    made.put(first, bytes.toByteArray());
  }

  @Override
  public int write(List<RecordedFact> facts) throws SQLException {
    byte[] bytes = made.getOrDefault(facts.getFirst().sequence(), new byte[0]);
    CopyIn copy =
        new CopyManager(target.unwrap(BaseConnection.class))
            .copyIn("copy facts from stdin (format binary)");
    for (int at = 0; at < bytes.length; at += PART_BYTES) {
      copy.writeToCopy(bytes, at, Math.min(PART_BYTES, bytes.length - at));
    }
    copy.endCopy();
    target.commit();
    return facts.size();
  }

  @Override
  public void close() throws SQLException {
    source.close();
    target.close();
  }
}
