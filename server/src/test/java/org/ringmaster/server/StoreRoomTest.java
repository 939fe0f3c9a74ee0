// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;

@Timeout(60)
class StoreRoomTest {
  @TempDir Path folder;

  @Test
  void whateverGoesWrongWithTheStoreIsToldAndTriedAgain() throws Exception {
    Files.writeString(folder.resolve("secret"), "not-needed");
    Files.writeString(
        folder.resolve("ringmaster.yaml"),
        """
        nodes:
          edge:
            ari: {url: "http://127.0.0.1:1/ari", user: us, secret: "${file:secret}"}
        """);
    Configuration configuration = ConfigurationFile.read(folder.resolve("ringmaster.yaml"));
    FactCodec codec = FactCodec.of(DialerCentre.names().build());
    AtomicInteger looks = new AtomicInteger();
    try (FileJournal journal =
            FileJournal.open(JournalOptions.in(folder.resolve("journal"), 1), room -> {});
        StoreRoom store =
            new StoreRoom(
                configuration,
                folder.resolve("postgres"),
                codec,
                journal,
                sequence -> Optional.empty(),
                () -> {
                  looks.incrementAndGet();
                  throw new IllegalStateException("nobody foresaw this");
                })) {
      store.start();
      Waiting.until(() -> store.failure().contains("nobody foresaw this"), 20, "it is told");
      Waiting.until(() -> looks.get() > 1, 20, "it is looked for again");
    }
  }
}
