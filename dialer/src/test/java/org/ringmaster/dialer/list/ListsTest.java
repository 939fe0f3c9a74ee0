// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Kernel;
import org.ringmaster.core.kernel.KernelState;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.RequestId;
import org.ringmaster.core.kernel.Started;
import org.ringmaster.core.kernel.Turn;

class ListsTest {

  private static final FactCodec CODEC =
      FactCodec.of(Centre.names().addAll(ListCodec.registry()).build());
  private static final Author EVA = new Author("eva");
  private static final long NUMBER = 4930901820L;

  private static final Leads LEADS = Leads.of(List.of(Lead.of(NUMBER, ZoneId.of("Europe/Berlin"))));
  private static final LeadSegments SEGMENTS = LeadSegments.of(Map.of("a", LEADS, "b", LEADS));
  private static final ImportLedger LEDGER =
      new ImportLedger(2, 1, List.of(new LedgerLine(RejectKind.NO_NUMBER, 1)), 1, 0);

  private record Called(ListId list) implements Input {}

  private record Over(String campaign) implements Input {}

  /** Stands in for campaigns: tells lists of the first call, and of the end. */
  private record Caller(Lists lists) implements Decider {
    @Override
    public void decide(Input input, Decision decision) {
      if (input instanceof Called called) {
        lists.firstCalled(called.list(), decision);
      } else if (input instanceof Over over) {
        lists.retire(over.campaign(), decision);
      }
    }

    @Override
    public void react(Fact fact, Decision decision) {}

    @Override
    public void apply(Fact fact, Envelope envelope) {}

    @Override
    public void snapshot(java.util.function.Consumer<Record> out) {}

    @Override
    public void restore(Record entity) {}
  }

  private final Lists lists = new Lists(SEGMENTS);
  private final Kernel kernel = new Kernel(new KernelState(), List.of(lists, new Caller(lists)));
  private final List<RecordedFact> journal = new ArrayList<>();

  ListsTest() {
    say(new Started(1, 7));
  }

  private Turn say(Input input) {
    Turn turn = new Turn();
    turn.input = input;
    turn.request = new RequestId(1);
    turn.recordedAtMicros = 1_000;
    kernel.handle(turn);
    journal.addAll(turn.facts);
    return turn;
  }

  private static ListInput.Load load(ListUse use, String campaign, String segment, boolean again) {
    return new ListInput.Load(
        use, campaign, segment, "file-" + segment, "leads.csv", 1, LEDGER, again, EVA);
  }

  private ListId loaded(ListUse use, String campaign, String segment) {
    Answer answer = say(load(use, campaign, segment, false)).answer;
    return new ListId(assertInstanceOf(Answer.Accepted.class, answer).detail());
  }

  private void refused(Input input, String because) {
    Turn turn = say(input);
    String why = assertInstanceOf(Answer.Refused.class, turn.answer).why();
    assertTrue(why.contains(because), why);
    assertEquals(List.of(), turn.facts);
  }

  @Test
  void aLoadedListHasItsLeadsAndIsTheCampaigns() {
    ListId list = loaded(ListUse.DIAL, "spring", "a");
    assertEquals(LEADS, lists.books().leads(list));
    assertEquals(
        List.of(list), lists.books().dialledBy("spring").stream().map(LoadedList::list).toList());
    assertEquals(List.of(), lists.books().dialledBy("autumn"));
    assertTrue(lists.books().dials("spring", NUMBER));
    assertEquals(LEDGER, Objects.requireNonNull(lists.books().list(list)).ledger());
  }

  @Test
  void theSameFileIsLoadedTwiceOnlyWhereThatIsMeant() {
    ListId first = loaded(ListUse.DIAL, "spring", "a");
    refused(load(ListUse.DIAL, "spring", "a", false), "already, as list " + first);
    assertInstanceOf(Answer.Accepted.class, say(load(ListUse.DIAL, "spring", "a", true)).answer);
    assertInstanceOf(Answer.Accepted.class, say(load(ListUse.DIAL, "autumn", "a", false)).answer);
  }

  @Test
  void whatCannotBeDialledIsNotLoaded() {
    refused(load(ListUse.DIAL, "", "a", false), "needs a campaign");
    refused(load(ListUse.DIAL, "spring", "c", false), "segment c is not there");
    ImportLedger wrong = new ImportLedger(3, 1, List.of(), 1, 0);
    refused(new ListInput.Load(ListUse.DIAL, "s", "a", "x", "f", 1, wrong, false, EVA), "add up");
    ImportLedger none =
        new ImportLedger(2, 0, List.of(new LedgerLine(RejectKind.NO_NUMBER, 2)), 0, 0);
    refused(
        new ListInput.Load(ListUse.DIAL, "s", "", "x", "f", 0, none, false, EVA),
        "None of the file's 2 rows");
  }

  @Test
  void whatACampaignRefusesIsNotLoaded() {
    lists.asks(name -> name.equals("spring") ? null : "No campaign " + name + " is configured.");
    loaded(ListUse.DIAL, "spring", "a");
    refused(load(ListUse.DIAL, "autumn", "a", false), "No campaign autumn");
    refused(load(ListUse.DO_NOT_CALL, "autumn", "a", false), "No campaign autumn");
    loaded(ListUse.DO_NOT_CALL, "", "b");
  }

  @Test
  void aCampaignTakesNoListWhileTheFileOfAnotherIsMissing() {
    ListId gone = loaded(ListUse.DIAL, "spring", "a");
    Lists after = new Lists(LeadSegments.of(Map.of("b", LEADS)));
    Kernel again = new Kernel(new KernelState(), List.of(after));
    journal.forEach(fact -> after.apply(fact.fact(), fact.envelope()));
    Turn turn = new Turn();
    turn.input = load(ListUse.DIAL, "spring", "b", false);
    turn.request = new RequestId(1);
    turn.recordedAtMicros = 1_000;
    again.handle(turn);
    String why = assertInstanceOf(Answer.Refused.class, turn.answer).why();
    assertTrue(why.contains("file of list " + gone), why);
    assertEquals(List.of(), turn.facts);
  }

  @Test
  void whereADoNotCallListIsMissingItIsSaidThatWhomNotToCallIsNotKnown() {
    ListId gone = loaded(ListUse.DO_NOT_CALL, "", "a");
    Lists after = new Lists(LeadSegments.of(Map.of("b", LEADS)));
    Kernel again = new Kernel(new KernelState(), List.of(after));
    journal.forEach(fact -> after.apply(fact.fact(), fact.envelope()));
    Turn turn = new Turn();
    turn.input = load(ListUse.DIAL, "spring", "b", false);
    turn.request = new RequestId(1);
    turn.recordedAtMicros = 1_000;
    again.handle(turn);
    String why = assertInstanceOf(Answer.Refused.class, turn.answer).why();
    assertTrue(
        why.startsWith(
            "The file of do-not-call list "
                + gone
                + " (leads.csv) is missing or damaged: whom the campaign must not call cannot be"
                + " known."),
        why);
  }

  @Test
  void whatACampaignThatIsOverMustNotCallIsKeptInMemoryNoLonger() {
    ListId dialled = loaded(ListUse.DIAL, "spring", "a");
    ListId own = loaded(ListUse.DO_NOT_CALL, "spring", "b");
    ListId others = loaded(ListUse.DO_NOT_CALL, "autumn", "b");
    ListId all = loaded(ListUse.DO_NOT_CALL, "", "b");
    say(new Over("spring"));
    assertNull(lists.books().leads(dialled));
    assertNull(lists.books().leads(own));
    assertFalse(lists.books().isMissing(own));
    assertNotNull(lists.books().leads(others));
    assertNotNull(lists.books().leads(all));
    assertEquals(List.of(), say(new Over("spring")).facts);
  }

  @Test
  void aListIsTakenBackUntilTheFirstCall() {
    ListId list = loaded(ListUse.DIAL, "spring", "a");
    assertInstanceOf(Answer.Accepted.class, say(new ListInput.Undo(list, EVA)).answer);
    assertNull(lists.books().leads(list));
    assertFalse(lists.books().dials("spring", NUMBER));
    refused(new ListInput.Undo(list, EVA), "No list");

    ListId other = loaded(ListUse.DIAL, "spring", "a");
    say(new Called(other));
    assertTrue(lists.books().isCalled(other));
    assertEquals(List.of(), say(new Called(other)).facts);
    refused(new ListInput.Undo(other, EVA), "called already");
    assertNotNull(lists.books().leads(other));
  }

  @Test
  void aDoNotCallListHoldsForItsCampaignOrForAll() {
    assertFalse(lists.books().mustNotCall("spring", NUMBER));
    ListId one = loaded(ListUse.DO_NOT_CALL, "spring", "a");
    assertTrue(lists.books().mustNotCall("spring", NUMBER));
    assertFalse(lists.books().mustNotCall("autumn", NUMBER));
    assertFalse(lists.books().mustNotCall("spring", NUMBER + 1));
    assertFalse(lists.books().dials("spring", NUMBER));
    say(new ListInput.Undo(one, EVA));
    assertFalse(lists.books().mustNotCall("spring", NUMBER));
    loaded(ListUse.DO_NOT_CALL, "", "b");
    assertTrue(lists.books().mustNotCall("autumn", NUMBER));
  }

  @Test
  void replayAndSnapshotGiveTheSameBooks() {
    ListId list = loaded(ListUse.DIAL, "spring", "a");
    ListId undone = loaded(ListUse.DIAL, "spring", "b");
    loaded(ListUse.DO_NOT_CALL, "", "b");
    say(new Called(list));
    say(new ListInput.Undo(undone, EVA));

    Lists replayed = new Lists(SEGMENTS);
    for (RecordedFact recorded : journal) {
      replayed.apply(throughBytes(recorded.fact()), recorded.envelope());
    }
    Lists restored = new Lists(SEGMENTS);
    lists.snapshot(entity -> restored.restore(throughBytes(entity)));
    for (Lists again : List.of(replayed, restored)) {
      assertEquals(List.copyOf(lists.books().lists()), List.copyOf(again.books().lists()));
      assertEquals(LEADS, again.books().leads(list));
      assertTrue(again.books().isCalled(list));
      assertTrue(again.books().mustNotCall("any", NUMBER));
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> T throughBytes(T record) {
    Record one = (Record) record;
    return (T) CODEC.decode(CODEC.nameOf(one), CODEC.encode(one));
  }

  private ListBooks readBackWithout(LeadSegments segments) {
    ListBooks books = new ListBooks(segments);
    for (RecordedFact recorded : journal) {
      books.apply(recorded.fact(), recorded.envelope());
    }
    return books;
  }

  @Test
  void aMissingSegmentOfAListThatWasUndoneIsMissedByNobody() {
    ListId list = loaded(ListUse.DO_NOT_CALL, "", "a");
    say(new ListInput.Undo(list, EVA));
    ListBooks books = readBackWithout(LeadSegments.of(Map.of()));
    assertFalse(books.isMissing(list));
    assertFalse(books.isProtectionMissing("spring"));
    assertFalse(books.mustNotCall("spring", NUMBER));
  }

  @Test
  void aListWhoseSegmentIsMissingIsKeptAndDialsNobody() {
    ListId list = loaded(ListUse.DIAL, "spring", "a");
    ListBooks books = readBackWithout(LeadSegments.of(Map.of()));
    assertNotNull(books.list(list));
    assertTrue(books.isMissing(list));
    assertNull(books.leads(list));
    assertFalse(books.isProtectionMissing("spring"));
    assertFalse(readBackWithout(SEGMENTS).isMissing(list));
  }

  @Test
  void whereADoNotCallListIsMissingNoNumberOfItsCampaignMayBeCalled() {
    loaded(ListUse.DO_NOT_CALL, "spring", "a");
    ListBooks books = readBackWithout(LeadSegments.of(Map.of()));
    assertTrue(books.isProtectionMissing("spring"));
    assertTrue(books.mustNotCall("spring", NUMBER + 1));
    assertFalse(books.isProtectionMissing("autumn"));
    assertFalse(books.mustNotCall("autumn", NUMBER));
  }
}
