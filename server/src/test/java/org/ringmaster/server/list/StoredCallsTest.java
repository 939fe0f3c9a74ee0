// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.journey.Journeys;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.store.FactSource;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.PostgresForTests;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.board.ListBoard;
import org.ringmaster.dialer.list.ImportLedger;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.dialer.list.RejectKind;
import org.ringmaster.dialer.load.LeadFolder;
import org.ringmaster.dialer.store.DialerStore;

/** Imports that leave out whom a campaign has called, with a real store. */
@Tag("postgres")
class StoredCallsTest {
  private static final long DAY_MICROS = TimeUnit.DAYS.toMicros(1);
  private static final long NOW_MICROS = 1_700_000_000_000_000L;

  @TempDir Path folder;

  /** The store has all there are. */
  private static final class NoFacts implements FactSource {
    @Override
    public List<RecordedFact> take(long afterSequence, int max, Duration wait)
        throws InterruptedException {
      TimeUnit.NANOSECONDS.sleep(wait.toNanos());
      return List.of();
    }

    @Override
    public long lastSequence() {
      return 0;
    }
  }

  private ImportJob imported(RecentCalls calls, int days) throws Exception {
    LeadFolder leads = new LeadFolder(folder);
    try (ListRoom room = new ListRoom(leads, new ListBoard(leads), () -> "DE", 50)) {
      room.meets((input, who) -> CompletableFuture.completedFuture(new Answer.Accepted("i1")));
      room.asksOfCalls(calls);
      Path sent = room.spool();
      Files.writeString(sent, "phone,name\n030901820,Eva\n030901821,Al\n030901822,Bo\n");
      ImportJob job = room.begin(sent, plan(days));
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (job.seen().state() != ImportState.DONE && job.seen().state() != ImportState.REFUSED) {
        if (System.nanoTime() > until) {
          fail("it is " + job.seen());
        }
        TimeUnit.MILLISECONDS.sleep(5);
      }
      return job;
    }
  }

  private static ImportPlan plan(int days) {
    return new ImportPlan(
        ListUse.DIAL,
        "spring",
        "a.csv",
        null,
        "",
        null,
        null,
        null,
        null,
        false,
        true,
        false,
        new Author("eva"),
        UniqueWithin.CAMPAIGN,
        days);
  }

  private static void dialled(StoreAddress address, String campaign, String number, long atMicros) {
    String identity = Objects.requireNonNull(Journeys.telephone(new Personal(number))).value();
    PostgresForTests.run(
        address, "insert into campaigns (cell, campaign_id) values (1, '" + campaign + "')");
    PostgresForTests.run(
        address,
        "insert into attempts (cell, leg_id, campaign_id, identity_id, dialled_at) values"
            + " (1, 'l%s', '%s', '%s', to_timestamp(%d))"
                .formatted(number, campaign, identity, atMicros / 1_000_000));
  }

  @Test
  void whomAnyCampaignHasDialledWithinTheDaysIsRejectedAndTheLedgerAddsUp() throws Exception {
    StoreAddress address = PostgresForTests.newDatabase();
    FactCodec codec = FactCodec.of(DialerCentre.names().build());
    try (JourneyStore store = JourneyStore.open(DialerStore.options(address, 1, codec))) {
      dialled(address, "autumn", "+4930901820", NOW_MICROS - 2 * DAY_MICROS);
      dialled(address, "winter", "+4930901821", NOW_MICROS - 40 * DAY_MICROS);
      store.follow(new NoFacts());
      RecentCalls calls = calls(Optional.of(store), 0);
      assertEquals(1, recent(imported(calls, 30)));
      assertEquals(2, recent(imported(calls, 41)));
      assertEquals(0, recent(imported(calls, 1)));
      assertEquals(0, recent(imported(calls, 0)));
      ImportJob behind = imported(calls(Optional.of(store), 5), 30);
      assertEquals(ImportState.REFUSED, behind.seen().state());
      assertTrue(behind.seen().why().contains("facts behind"), behind.seen().why());
    }
  }

  private static RecentCalls calls(Optional<JourneyStore> store, long synced) {
    return new StoredCalls(
        new JourneysUpToNow(() -> store, () -> synced, () -> "", 1, Duration.ofMillis(50)),
        () -> NOW_MICROS);
  }

  private static long recent(ImportJob job) {
    ImportLedger ledger = Objects.requireNonNull(job.seen().ledger(), job.seen().why());
    assertTrue(ledger.addsUp());
    assertEquals(3, ledger.rows());
    return ledger.rejected(RejectKind.CALLED_RECENTLY);
  }

  @Test
  void withoutAStoreSuchAnImportIsRefusedWithWhatToDo() throws Exception {
    RecentCalls calls = calls(Optional.empty(), 0);
    ImportJob job = imported(calls, 30);
    assertEquals(ImportState.REFUSED, job.seen().state());
    assertTrue(job.seen().why().contains("doctor says why"), job.seen().why());
    assertTrue(job.seen().why().contains("without 'not called for'"), job.seen().why());
    assertEquals(ImportState.DONE, imported(calls, 0).seen().state());
  }
}
