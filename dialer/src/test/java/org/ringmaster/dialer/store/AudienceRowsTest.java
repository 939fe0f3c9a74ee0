// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.store.JourneyStore;
import org.ringmaster.core.store.PostgresForTests;
import org.ringmaster.core.store.StoreAddress;
import org.ringmaster.dialer.DialerCentre;

@Tag("postgres")
class AudienceRowsTest {
  private static final FactCodec CODEC = FactCodec.of(DialerCentre.names().build());
  private static final long FROM = 1_700_000_000_000_000L;
  private static final long UNTIL = FROM + 86_400_000_000L;

  private final StoreAddress address = PostgresForTests.newDatabase();
  private final JourneyStore store = JourneyStore.open(DialerStore.options(address, 1, CODEC));

  @BeforeEach
  void thereIsAQueueAndACampaign() {
    run("insert into queues (cell, queue_id) values (1, 'support'), (1, 'sales')");
    run("insert into campaigns (cell, campaign_id) values (1, 'spring')");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void run(String statement) {
    PostgresForTests.run(address, statement);
  }

  /** A call that came in, at so many seconds of the day, and the customer it is of. */
  private void rings(String call, @Nullable String number, String customer, int second) {
    String told = number == null ? "null" : "'" + number + "'";
    run(
        "insert into calls (cell, call_id, direction, caller_number, started_at) values (1, '%s',"
                .formatted(call)
            + " 'INBOUND', %s, %s)".formatted(told, at(second)));
    run(
        "insert into touchpoints (cell, touchpoint_id, customer_id, call_id, began_at, ended_at)"
            + " values (1, 't%s', '%s', '%s', %s, %s)"
                .formatted(call, customer, call, at(second), at(second + 90)));
  }

  private void waits(String call, String queue, int second, int seconds, boolean answered) {
    run(
        "insert into figure_entries (cell, entry_id, queue_id, call_id, joined_at, answered,"
            + " answered_at, waited_us, went, ended_at) values (1, 'e%s', '%s', '%s', %s, %s, %s,"
                .formatted(call + queue, queue, call, at(second), answered, at(second + seconds))
            + " %d, %s, %s)"
                .formatted(
                    seconds * 1_000_000L,
                    answered ? "null" : "'WAITING'",
                    at(second + seconds + (answered ? 60 : 0))));
  }

  private void callsAndGivesUp(
      String call, @Nullable String number, String customer, int second, int seconds) {
    rings(call, number, customer, second);
    waits(call, "support", second, seconds, false);
  }

  private static String at(int second) {
    return "to_timestamp(%d)".formatted(1_700_000_000L + second);
  }

  private static Audience abandoned(int waited, boolean notTalkedSince) {
    return new Audience(
        "abandoned", FROM, UNTIL, "support", null, null, null, waited, notTalkedSince);
  }

  private static Audience of(String what) {
    return new Audience(what, FROM, UNTIL, null, null, null, null, 0, false);
  }

  private String csv(Audience audience) throws SQLException, IOException {
    StringWriter csv = new StringWriter();
    long rows = new AudienceRows(new PastAttempts(store.readers(), 1)).csv(audience, csv, () -> {});
    assertEquals(rows + 1, csv.toString().lines().count());
    return csv.toString();
  }

  private List<String> numbersOf(Audience audience) throws Exception {
    return csv(audience).lines().skip(1).map(line -> line.split(",", -1)[0]).toList();
  }

  @Test
  void whoGaveUpIsARowForEachTimeTheLatestFirstWithWhatWasTold() throws Exception {
    callsAndGivesUp("c1", "+4930901820", "k1", 10, 40);
    callsAndGivesUp("c2", "+4930901821", "k2", 500, 20);
    run("update calls set caller_name = E'Eva\\nMay' where call_id = 'c2'");
    waits("c3", "sales", 20, 50, false);
    assertEquals(
        """
        number,name,what,queue,campaign,at,"waited, s",call
        +4930901821,Eva May,abandoned,support,,2023-11-14T22:21:40Z,20,c2
        +4930901820,,abandoned,support,,2023-11-14T22:13:30Z,40,c1
        """,
        csv(abandoned(0, false)).replace("\r\n", "\n"));
    assertEquals(List.of("+4930901820"), numbersOf(abandoned(30, false)));
  }

  @Test
  void whoHasTalkedWithSomebodySinceIsNotAmongThoseWhoHaveNot() throws Exception {
    callsAndGivesUp("c1", "+4930901820", "k1", 10, 40);
    callsAndGivesUp("c2", "+4930901821", "k2", 10, 40);
    callsAndGivesUp("c3", "+4930901822", "k3", 10, 40);
    // One rings again and is answered, another had been before, a third rings again in vain.
    rings("c4", "+4930901820", "k1", 600);
    waits("c4", "sales", 600, 5, true);
    rings("c5", "+4930901821", "k2", -900);
    waits("c5", "support", -900, 5, true);
    rings("c6", "+4930901822", "k3", 700);
    waits("c6", "sales", 700, 5, false);
    assertEquals(List.of("+4930901821", "+4930901822"), numbersOf(abandoned(0, true)));
    assertEquals(3, numbersOf(abandoned(0, false)).size());
  }

  @Test
  void whoTalkedFirstAndGaveUpInTheNextQueueOfTheSameCallHasTalkedWithNobodySince()
      throws Exception {
    rings("c1", "+4930901820", "k1", 10);
    waits("c1", "sales", 10, 5, true);
    waits("c1", "support", 80, 10, false);
    assertEquals(List.of("+4930901820"), numbersOf(abandoned(0, true)));
  }

  @Test
  void whomAnAgentHasCalledHasTalkedAndWhomACampaignReachedInVainHasNot() throws Exception {
    callsAndGivesUp("c1", "+4930901820", "k1", 10, 40);
    callsAndGivesUp("c2", "+4930901821", "k2", 10, 40);
    rings("c3", "+4930901820", "k1", 600);
    rings("c4", "+4930901821", "k2", 600);
    run("update calls set direction = 'OUTBOUND' where call_id in ('c3', 'c4')");
    run(
        "insert into attempts (cell, leg_id, call_id, campaign_id, sequence)"
            + " values (1, 'l4', 'c4', 'spring', 4)");
    assertEquals(List.of("+4930901821"), numbersOf(abandoned(0, true)));
  }

  @Test
  void aNumberThatIsWithheldOrIsOneOfOurTelephonesIsEmpty() throws Exception {
    callsAndGivesUp("c1", null, "k1", 10, 40);
    callsAndGivesUp("c2", "anonymous", "k2", 20, 40);
    callsAndGivesUp("c3", "701", "k3", 30, 40);
    run("update calls set direction = 'INTERNAL' where call_id = 'c3'");
    assertEquals(List.of("", "", ""), numbersOf(abandoned(0, false)));
  }

  @Test
  void aMessageIsUnansweredUntilSomebodyCallsBackOrSaysThatItIsDone() throws Exception {
    run(
        """
        insert into messages (cell, message_id, queue_id, call_id, number, left_at, called_back_at,
                              ended_at, outcome) values
          (1, 'm1', 'support', 'c1', '+4930901820', %s, null, null, null),
          (1, 'm2', 'support', 'c2', '+4930901821', %s, %s, null, null),
          (1, 'm3', 'support', 'c3', '+4930901822', %s, null, %s, 'DONE'),
          (1, 'm4', 'support', 'c4', '+4930901823', %s, null, %s, 'EXPIRED'),
          (1, 'm5', 'support', 'c5', '+4930901824', null, null, %s, 'TOO_SHORT')"""
            .formatted(at(1), at(2), at(9), at(3), at(9), at(4), at(9), at(9)));
    assertEquals(List.of("+4930901823", "+4930901820"), numbersOf(of(Audience.MESSAGE_UNANSWERED)));
    assertEquals(4, numbersOf(of(Audience.MESSAGE_LEFT)).size());
  }

  @Test
  void whomACampaignHasDialledIsFoundByOutcomeAndDispositionWithTheirOwnNumber() throws Exception {
    run(
        "insert into campaign_rules (cell, campaign_id, sequence, rules)"
            + " values (1, 'spring', 1, '{\"prefix\": \"00\"}')");
    for (int i = 0; i < 3; i++) {
      run(
          "insert into calls (cell, call_id, direction, caller_number) values (1, 'c%d',"
                  .formatted(i)
              + " 'OUTBOUND', '00493090182%d')".formatted(i));
      run(
          "insert into attempts (cell, leg_id, campaign_id, call_id, sequence, dialled_at, outcome)"
              + " values (1, 'l%d', 'spring', 'c%d', %d, %s, '%s')"
                  .formatted(i, i, i + 2, at(i), i == 0 ? "NO_ANSWER" : "TALKED"));
    }
    run(
        "insert into call_notes (cell, call_id, agent_id, disposition)"
            + " values (1, 'c1', 'anna', 'later'), (1, 'c2', 'anna', 'sold')");
    assertEquals(
        List.of("+4930901821"),
        numbersOf(
            new Audience("dialled", FROM, UNTIL, null, "spring", "talked", "later", 0, false)));
    assertEquals(
        List.of("+4930901820"),
        numbersOf(
            new Audience("dialled", FROM, UNTIL, null, "spring", "no-answer", null, 0, false)));
  }

  @Test
  void aNameThatTheStoreHasNeverHeardOfIsRefusedWithThoseThatItKnows() {
    IllegalArgumentException no =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                csv(
                    new Audience(
                        "abandoned", FROM, UNTIL, "suport'--", null, null, null, 0, false)));
    assertEquals(
        "The journey store knows no queue 'suport'--'; it knows sales, support.", no.getMessage());
  }

  @Test
  void aWordThatSaysNothingOfSuchPeopleIsRefused() {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> of("abandonned"))
            .getMessage()
            .contains("abandoned, abandoned-callers"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Audience("dialled", FROM, UNTIL, null, null, "talkt", null, 0, false));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Audience("message-left", FROM, UNTIL, null, null, null, null, 5, false));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Audience("abandoned", FROM, UNTIL, null, "spring", null, null, 0, false));
  }
}
