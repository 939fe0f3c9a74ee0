// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.ringmaster.core.kernel.RecordedFact;

/**
 * A reading of the facts as rows of a family of tables. Facts come in order, each exactly once; the
 * rows of a batch and the sequence applied are saved in one transaction. Owned by the store's
 * writing thread.
 */
public interface Projection {

  /** A short stable name. */
  String name();

  /** Raised when the same facts now make other rows: the tables are then filled anew. */
  int version();

  /** The tables it fills; no other projection fills them. */
  List<StoreTable> tables();

  /** Learns again from its tables what it keeps in memory, such as intervals that are open. */
  default void load(Connection connection, int cell) throws SQLException {}

  /** Notes in the rows of its tables what the fact says. */
  void apply(RecordedFact recorded);
}
