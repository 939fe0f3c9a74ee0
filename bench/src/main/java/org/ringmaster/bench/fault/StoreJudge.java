// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.ringmaster.core.codec.EncodeMode;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.JournalReader;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.core.store.StoreFinding;
import org.ringmaster.core.store.StoreVerifier;

/**
 * Compares the table of facts with the journal, fact by fact, and has the store's own checks made.
 * Used by one thread, while nobody writes.
 */
final class StoreJudge {
  private static final String FACTS =
      "select sequence, input_sequence, kind, payload from facts where cell = ? and sequence > ?"
          + " order by sequence";

  private static final String COUNT = "select count(*) from facts where cell = ?";

  private final StoreAddress address;
  private final Path folder;
  private final FactCodec codec;
  private final Tally tally;
  private long judgedUpTo;

  StoreJudge(StoreAddress address, Path folder, FactCodec codec, Tally tally) {
    this.address = address;
    this.folder = folder;
    this.codec = codec;
    this.tally = tally;
  }

  /** The last fact that was found in both. */
  long judgedUpTo() {
    return judgedUpTo;
  }

  /** Compares all facts since the last time. */
  void judge(long lastSequence) throws SQLException {
    FactFrame frame = new FactFrame(codec);
    try (Connection connection = address.connect("judge");
        PreparedStatement statement = connection.prepareStatement(FACTS);
        JournalReader journal = new JournalReader(folder, judgedUpTo + 1)) {
      statement.setInt(1, Life.CELL);
      statement.setLong(2, judgedUpTo);
      try (ResultSet row = statement.executeQuery()) {
        boolean more = row.next();
        while (journal.next()) {
          long wanted = journal.sequence();
          if (!more || row.getLong(1) != wanted) {
            tally.lost(1, "fact " + wanted + " is in the journal and not in the store");
            return;
          }
          compare(frame.decode(wanted, journal.payload()), row);
          judgedUpTo = wanted;
          more = row.next();
          while (more && row.getLong(1) == wanted) {
            tally.doubled("fact " + wanted + " is more than once in the store");
            more = row.next();
          }
        }
        if (more) {
          tally.store("fact " + row.getLong(1) + " is in the store and not in the journal");
        }
      }
    }
    doubles(lastSequence);
    if (judgedUpTo != lastSequence) {
      tally.lost(1, "the journal ends at " + lastSequence + ", the store at " + judgedUpTo);
    }
  }

  /** What was written twice may lie before what is compared. */
  private void doubles(long lastSequence) throws SQLException {
    try (Connection connection = address.connect("judge");
        PreparedStatement statement = connection.prepareStatement(COUNT)) {
      statement.setInt(1, Life.CELL);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        if (row.getLong(1) > lastSequence) {
          tally.doubled(
              row.getLong(1) + " facts in the store, " + lastSequence + " in the journal");
        }
      }
    }
  }

  private void compare(RecordedFact fact, ResultSet row) throws SQLException {
    Record content = (Record) fact.fact();
    boolean same =
        row.getLong(2) == fact.envelope().inputSequence()
            && codec.nameOf(content).equals(row.getString(3))
            && Arrays.equals(codec.encode(content, EncodeMode.FULL), row.getBytes(4));
    if (!same) {
      tally.altered("fact " + fact.sequence() + " is another one in the store");
    }
  }

  /** Makes every check of {@code db verify}. */
  void verify() throws SQLException {
    try (Connection connection = address.connect("judge")) {
      for (StoreFinding finding : new StoreVerifier(Life.CELL).verify(connection).findings()) {
        tally.store(finding.toString());
      }
    }
  }
}
