// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.journal.Snapshot;
import org.ringmaster.core.journal.Snapshots;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;

class EntityHashesTest {
  private static final FactCodec CODEC = ScenarioCentre.CODEC;

  private final ScenarioCentre live = ScenarioCentre.open(ScenarioPlan.standard());
  private final List<Record> entities = new ArrayList<>();

  @TempDir Path folder;

  @BeforeEach
  void aDayHasBegun() {
    live.agent("alice").signsIn();
    live.centre().snapshot(entities::add);
  }

  private static Centre restored(List<Record> records) {
    Centre centre = new Centre(List.of());
    records.forEach(centre::restore);
    return centre;
  }

  private static Record copy(Record entity) {
    return CODEC.decode(CODEC.nameOf(entity), CODEC.encode(entity));
  }

  /** The records, with one agent since another instant in one state. */
  private List<Record> mixedUp() {
    List<Record> records = new ArrayList<>(entities);
    records.replaceAll(entity -> entity instanceof Agent agent ? later(agent) : entity);
    assertNotEquals(entities, records);
    return records;
  }

  private static Agent later(Agent agent) {
    return new Agent(
        agent.id(),
        agent.state(),
        agent.telephone(),
        agent.leg(),
        agent.offer(),
        agent.reason(),
        agent.pauseAsked(),
        agent.signOutAsked(),
        agent.sinceMicros() + 1,
        agent.idleSinceMicros(),
        agent.wrapUpUntilMicros(),
        agent.removeAsked());
  }

  @Test
  void aStateThatIsRestoredHasTheHashOfTheOneItWasMadeOf() {
    long hash = live.centre().hash(CODEC);
    EntityHashes hashes = EntityHashes.begin(entities, CODEC);
    assertEquals(hash, hashes.of(restored(entities)), "of the very records");
    List<Record> copies = entities.stream().map(EntityHashesTest::copy).toList();
    assertEquals(hash, hashes.of(restored(copies)), "of others that say the same");
  }

  @Test
  void aStateThatGivesBackWhatTheSnapshotDoesNotSayHasItsOwnHash() {
    EntityHashes hashes = EntityHashes.begin(entities, CODEC);
    for (List<Record> records :
        List.of(mixedUp(), entities.subList(0, entities.size() - 1), entities.subList(1, 3))) {
      Centre other = restored(records);
      assertEquals(other.hash(CODEC), hashes.of(other));
      assertNotEquals(live.centre().hash(CODEC), hashes.of(other));
    }
  }

  @Test
  void aSnapshotWithOneRecordThatIsNotOfTheStateItWasMadeOfIsRefused() {
    JournalOptions options = JournalOptions.in(folder, 1);
    long last = live.facts().getLast().sequence();
    new Snapshots(options, CODEC)
        .write(new Snapshot(last, live.centre().hash(CODEC), mixedUp(), CODEC.fingerprint()));
    Recovery recovery = new Recovery(options, CODEC);
    recovery.begin();
    assertThrows(
        IllegalStateException.class, () -> recovery.into(new Centre(List.of()), List.of(), last));
  }
}
