// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.store.DialerStore;

@Tag("postgres")
class StoreReadingTest {
  @TempDir Path folder;

  @Test
  void whatIsWrongWithCampaignsIsFoundToo() throws Exception {
    EmbeddedStore postgres = EmbeddedStore.start(folder.resolve("postgres"));
    try {
      FactCodec codec = FactCodec.of(DialerCentre.names().build());
      JourneyStore.open(DialerStore.options(postgres.address(), 1, codec)).close();
      StoreReading reading = new StoreReading(folder);
      assertEquals(0, reading.findings().size(), reading.findings()::toString);
      try (Connection connection = postgres.address().connect("test");
          Statement statement = connection.createStatement()) {
        statement.execute("insert into attempts (cell, leg_id) values (1, '01-1-1')");
      }
      assertTrue(
          reading.findings().stream().anyMatch(found -> found.contains("attempts.none")),
          reading.findings()::toString);
    } finally {
      postgres.stop();
    }
  }
}
