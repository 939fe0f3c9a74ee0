// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.journal.Snapshot;
import org.ringmaster.core.journal.Snapshots;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;

class EarlierSnapshotTest {
  private static final FactCodec CODEC = ScenarioCentre.CODEC;

  private final ScenarioCentre live = ScenarioCentre.open(ScenarioPlan.standard());

  @TempDir Path folder;

  /** A journal whose snapshot says another hash than its state has. */
  private void isKeptWithAnotherHash(long schema) {
    live.agent("alice").signsIn();
    JournalOptions options = JournalOptions.in(folder, 1);
    FactFrame frame = new FactFrame(CODEC);
    try (FileJournal journal = FileJournal.open(options)) {
      for (RecordedFact fact : live.facts()) {
        journal.append(fact.sequence(), frame.encode(fact));
      }
      journal.sync();
    }
    List<Record> entities = new ArrayList<>();
    live.centre().snapshot(entities::add);
    long hash = live.centre().hash(CODEC) + 1;
    new Snapshots(options, CODEC).write(new Snapshot(last(), hash, entities, schema));
  }

  private long last() {
    return live.facts().getLast().sequence();
  }

  private Centre recovered() {
    Centre centre = new Centre(List.of());
    new Recovery(JournalOptions.in(folder, 1), CODEC).into(centre, List.of(), last());
    return centre;
  }

  @Test
  void aSnapshotOfAVersionWithAnotherSchemaIsTakenAsItIs() {
    isKeptWithAnotherHash(CODEC.fingerprint() + 1);
    assertEquals(live.centre().hash(CODEC), recovered().hash(CODEC));
  }

  @Test
  void soIsOneOfAVersionThatDidNotSayWhichSchemaItHad() {
    isKeptWithAnotherHash(0);
    assertEquals(live.centre().hash(CODEC), recovered().hash(CODEC));
  }

  @Test
  void aSnapshotOfThisVersionThatGivesAnotherStateIsRefused() {
    isKeptWithAnotherHash(CODEC.fingerprint());
    assertThrows(IllegalStateException.class, this::recovered);
  }
}
