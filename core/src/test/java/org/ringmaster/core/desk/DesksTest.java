// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.ManualSite;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Personal;

class DesksTest {

  private static final Disposition SOLD = new Disposition("sold");

  private final Boards boards = ManualSite.newBoards();
  private final ManualSite site = ManualSite.atWork(boards);

  private Agent anna() {
    return Objects.requireNonNull(boards.agents().row(ManualSite.ANNA)).agent();
  }

  private DeskWork work() {
    return Objects.requireNonNull(boards.desks().row(ManualSite.ANNA).work());
  }

  private boolean attends() {
    return boards.desks().row(ManualSite.ANNA).attends();
  }

  private void signInByPage() {
    site.tell(new DeskInput.SignIn(ManualSite.ANNA, null));
  }

  private void goesSilent() {
    site.tell(new DeskInput.PageSilent(ManualSite.ANNA));
  }

  private static String why(Answer answer) {
    return assertInstanceOf(Answer.Refused.class, answer).why();
  }

  @Test
  void whoSignedInByAPageThatSleepsIsPausedAndSaysWhenTheyAreBack() {
    signInByPage();
    assertEquals(AgentState.AVAILABLE, anna().state());
    goesSilent();
    assertEquals(AgentState.PAUSED, anna().state());
    assertEquals(PauseReason.PAGE_LOST, anna().reason());
    site.tell(new DeskInput.PageHeard(ManualSite.ANNA));
    assertEquals(AgentState.PAUSED, anna().state(), "a page that wakes makes nobody ready");
    site.tell(new DeskInput.Resume(ManualSite.ANNA));
    assertEquals(AgentState.AVAILABLE, anna().state());
    goesSilent();
    assertEquals(AgentState.PAUSED, anna().state(), "whoever came back by the page needs it");
  }

  @Test
  void whoSignedInByTheTelephoneNeedsNoPage() {
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    goesSilent();
    assertEquals(AgentState.AVAILABLE, anna().state());
  }

  @Test
  void whoIsBackByTheTelephoneNeedsThePageNoMore() {
    signInByPage();
    goesSilent();
    site.tell(new AgentInput.Unpause(ManualSite.ANNA));
    goesSilent();
    assertEquals(AgentState.AVAILABLE, anna().state());
  }

  @Test
  void whoIsRungWhileTheirPageSleepsLosesTheOfferToOthers() {
    signInByPage();
    site.callerArrives();
    assertEquals(AgentState.OFFERED, anna().state());
    goesSilent();
    assertEquals(AgentState.PAUSED, anna().state());
    assertEquals(1, Objects.requireNonNull(boards.queues().row(ManualSite.SALES)).waiting());
  }

  @Test
  void aTalkGoesOnWithoutThePageAndThePauseIsTakenBackWhenItReturnsInTime() {
    signInByPage();
    LegId caller = site.callerArrives();
    site.telephoneAnswers();
    goesSilent();
    assertEquals(AgentState.ON_CALL, anna().state());
    assertEquals(PauseReason.PAGE_LOST, anna().pauseAsked());
    site.tell(new DeskInput.PageHeard(ManualSite.ANNA));
    assertNull(anna().pauseAsked());
    goesSilent();
    site.goes(caller);
    site.pass(60_000);
    site.tell(new AgentInput.EndWrapUp(ManualSite.ANNA));
    assertEquals(AgentState.PAUSED, anna().state());
  }

  @Test
  void aSignOutEndsIt() {
    signInByPage();
    site.tell(new AgentInput.SignOut(ManualSite.ANNA));
    assertFalse(attends());
    goesSilent();
    assertEquals(AgentState.SIGNED_OUT, anna().state());
  }

  @Test
  void aNoteIsKeptWithItsVersionAndOfTwoPagesTheSecondIsTold() {
    CallId call = talk();
    assertInstanceOf(Answer.Accepted.class, note(call, 0, "wants a blue one"));
    assertTrue(why(note(call, 0, "wants a red one")).contains("another page"));
    assertInstanceOf(Answer.Accepted.class, note(call, 1, "wants two"));
    assertEquals(new Personal("wants two"), work().note());
    assertEquals(2, work().noteVersion());
    assertTrue(why(note(call, 2, "x".repeat(4_001))).contains("4000 letters"));
  }

  @Test
  void whoeverWritesTheSameAgainIsToldTheVersionThatIsKept() {
    CallId call = talk();
    assertEquals(new Answer.Accepted("1"), note(call, 0, "wants a blue one"));
    assertEquals(new Answer.Accepted("1"), note(call, 1, "wants a blue one"));
    assertEquals(new Answer.Accepted("2"), note(call, 1, "wants two"));
  }

  @Test
  void whatWasWrittenLastIsKeptThoughTheNextCallerIsThere() {
    CallId first = talk();
    note(first, 0, "wants a");
    takesTheNext();
    assertInstanceOf(Answer.Accepted.class, note(first, 1, "wants a blue one"));
    DeskFact.NoteKept kept = site.lastFact(DeskFact.NoteKept.class);
    assertEquals(first, kept.call());
    assertEquals(new Personal("wants a blue one"), kept.text());
    assertNull(work().note());
    takesTheNext();
    assertTrue(why(note(first, 2, "too late")).contains("does not work"));
  }

  private void takesTheNext() {
    LegId telephone = site.lastFact(AgentFact.OfferMade.class).leg();
    site.goes(site.lastFact(CallFact.LegArrived.class).leg());
    site.goes(telephone);
    site.tell(new AgentInput.EndWrapUp(ManualSite.ANNA));
    site.callerArrives();
    site.telephoneAnswers();
  }

  private CallId talk() {
    signInByPage();
    site.callerArrives();
    site.telephoneAnswers();
    return site.lastCall();
  }

  private Answer note(CallId call, long seen, String text) {
    return site.tell(new DeskInput.KeepNote(ManualSite.ANNA, call, seen, new Personal(text)));
  }

  @Test
  void noteAndDispositionCanStillBeGivenAfterTheTalkAndNotForTheCallsOfOthers() {
    site.tell(new DeskInput.DispositionsRead(new Dispositions(List.of(SOLD))));
    CallId call = talk();
    site.goes(site.lastFact(CallFact.LegArrived.class).leg());
    assertEquals(AgentState.WRAP_UP, anna().state());
    assertInstanceOf(Answer.Accepted.class, note(call, 0, "bought it"));
    assertInstanceOf(
        Answer.Accepted.class, site.tell(new DeskInput.Dispose(ManualSite.ANNA, call, SOLD)));
    assertEquals(SOLD, work().disposition());

    assertTrue(
        why(site.tell(new DeskInput.Dispose(ManualSite.BEN, call, SOLD)))
            .contains("does not work"));
    assertTrue(
        why(site.tell(new DeskInput.FlagMoment(ManualSite.BEN, call))).contains("does not work"));
    assertTrue(why(note(new CallId("c-of-ben"), 1, "x")).contains("does not work"));
    assertTrue(
        why(site.tell(new DeskInput.Dispose(ManualSite.ANNA, call, new Disposition("stolen"))))
            .contains("there are sold"));
  }

  @Test
  void flaggedMomentsAreCountedAndTheNextCallBeginsAnew() {
    signInByPage();
    site.callerArrives();
    LegId telephone = site.telephoneAnswers();
    CallId call = site.lastCall();
    site.tell(new DeskInput.FlagMoment(ManualSite.ANNA, call));
    site.tell(new DeskInput.FlagMoment(ManualSite.ANNA, call));
    assertEquals(2, work().flags());
    note(call, 0, "first caller");
    site.goes(site.lastFact(CallFact.LegArrived.class).leg());
    site.goes(telephone);
    site.tell(new AgentInput.EndWrapUp(ManualSite.ANNA));
    site.callerArrives();
    site.telephoneAnswers();
    assertEquals(DeskWork.begin(ManualSite.ANNA, site.lastCall(), ManualSite.SALES), work());
  }

  @Test
  void aSnapshotBringsADeskBack() {
    CallId call = talk();
    note(call, 0, "wants a blue one");
    List<Record> lines = new ArrayList<>();
    site.snapshot(lines::add);
    Boards other = ManualSite.newBoards();
    lines.forEach(other::restore);
    other.publish();
    assertEquals(boards.desks().row(ManualSite.ANNA), other.desks().row(ManualSite.ANNA));
    assertTrue(other.desks().row(ManualSite.ANNA).attends());
  }
}
