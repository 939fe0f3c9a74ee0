// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.queuelog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.agent.PauseReason;
import org.ringmaster.core.agent.TalkEnd;
import org.ringmaster.core.board.ManualSite;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.Reason;

class QueueLogTest {
  private static final long BEGAN = ManualSite.MORNING_MICROS / 1_000_000;

  private final ManualSite site = ManualSite.atWork();

  @Test
  void aCallerWhoIsAnsweredEntersConnectsAndCompletes() {
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    site.pass(500);
    LegId caller = site.callerArrives();
    site.pass(1_000);
    LegId agent = site.telephoneAnswers();
    site.pass(30_000);
    site.goes(caller);
    assertEquals(
        List.of(
            "0|MANAGER|sales|anna|ADDMEMBER|",
            "0|asterisk-1|sales|NONE|ENTERQUEUE||+4930123456|1",
            "3|asterisk-1|sales|anna|CONNECT|3|" + agent + "|3",
            "33|asterisk-1|sales|anna|COMPLETECALLER|3|30|1"),
        linesFrom(1));
  }

  @Test
  void whoGoesWhileAnAgentIsRungIsCanceledFirst() {
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    LegId first = site.callerArrives();
    site.pass(4_200);
    LegId second = site.callerArrives();
    site.pass(1_000);
    site.goes(second);
    site.goes(first);
    assertEquals(
        List.of(
            "0|asterisk-1|sales|NONE|ENTERQUEUE||+4930123456|1",
            "4|asterisk-2|sales|NONE|ENTERQUEUE||+4930123456|2",
            "5|asterisk-2|sales|NONE|ABANDON|2|2|1",
            "5|asterisk-1|sales|anna|RINGCANCELED|5200",
            "5|asterisk-1|sales|NONE|ABANDON|1|1|5"),
        linesFrom(2));
  }

  private void annaIsRungInVain() {
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    site.callerArrives();
    LegId rung = lastRung();
    site.pass(2_700);
    site.tell(new CallInput.LegGone(ManualSite.EDGE, rung, HangupCause.BUSY));
  }

  @Test
  void anAgentWhoDoesNotAnswerHasTheWholeRingTimeInMilliseconds() {
    annaIsRungInVain();
    assertEquals("2|asterisk-1|sales|anna|RINGNOANSWER|2000", lines().getLast());
  }

  @Test
  void whoseTimeIsOverWhileAnAgentIsRungLeavesARingInVainBehind() {
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    site.callerArrives();
    site.pass(7_000);
    assertEquals(
        List.of(
            "7|asterisk-1|sales|anna|RINGNOANSWER|7000",
            "7|asterisk-1|sales|NONE|EXITWITHTIMEOUT|1|1|7"),
        linesOfWhoLeaves(Reason.MAX_WAIT));
  }

  @Test
  void whomASupervisorTakesOutWhileAnAgentIsRungLeavesARingInVainBehind() {
    site.tell(new AgentInput.SignIn(ManualSite.ANNA, null));
    site.callerArrives();
    site.pass(3_000);
    assertEquals(
        List.of(
            "3|asterisk-1|sales|anna|RINGNOANSWER|3000", "3|asterisk-1|sales|NONE|WITHDRAW|1|1|3|"),
        linesOfWhoLeaves(Reason.SUPERVISOR));
  }

  /** The last two lines, once the caller of the last entry has left their queue. */
  private List<String> linesOfWhoLeaves(Reason why) {
    QueueFact.EntryOverflowed over =
        new QueueFact.EntryOverflowed(
            site.lastEntry(), ManualSite.SALES, Overflow.HANG_UP, site.lastCall(), why);
    List<String> lines = new ArrayList<>();
    QueueLog log = new QueueLog(line -> lines.add(fromBegin(line.text())));
    fold(log, site.facts);
    log.apply(over, new Envelope(999, 99, site.nowMicros(), site.nowMicros()));
    return lines.subList(lines.size() - 2, lines.size());
  }

  @Test
  void aPauseIsOneOfAllQueuesAndOfEach() {
    site.tell(new AgentInput.SignIn(ManualSite.BEN, null));
    site.pass(1_000);
    site.tell(new AgentInput.Pause(ManualSite.BEN, new PauseReason("lunch")));
    site.pass(1_000);
    site.tell(new AgentInput.Unpause(ManualSite.BEN));
    site.tell(new AgentInput.SignOut(ManualSite.BEN));
    assertEquals(
        List.of(
            "0|MANAGER|sales|ben|ADDMEMBER|",
            "1|NONE|NONE|ben|PAUSEALL|lunch",
            "1|NONE|sales|ben|PAUSE|lunch",
            "2|NONE|NONE|ben|UNPAUSEALL|",
            "2|NONE|sales|ben|UNPAUSE|",
            "2|MANAGER|sales|ben|REMOVEMEMBER|"),
        linesFrom(1));
  }

  @Test
  void whoeverGoesOnInTheMiddleWritesTheSameLines() throws Exception {
    annaIsRungInVain();
    site.pass(6_000);
    site.tell(new AgentInput.Pause(ManualSite.ANNA, PauseReason.NONE));
    site.callerArrives();
    List<String> whole = lines();
    for (int cut = 0; cut <= site.facts.size(); cut++) {
      List<String> lines = new ArrayList<>();
      QueueLog first = new QueueLog(line -> lines.add(line.text()));
      fold(first, site.facts.subList(0, cut));
      QueueLog second = new QueueLog(line -> lines.add(line.text()));
      QueueLogCodec.decodeInto(QueueLogCodec.encode(first), second);
      fold(second, site.facts.subList(cut, site.facts.size()));
      assertEquals(whole, lines.stream().map(QueueLogTest::fromBegin).toList(), "cut at " + cut);
    }
  }

  @Test
  void whoWasRungForNoCallerOfAQueueIsForgottenWhenTheTalkIsOver() {
    QueueLog log = new QueueLog(line -> {});
    int before = QueueLogCodec.encode(log).length;
    for (int i = 0; i < 100; i++) {
      OfferId offer = new OfferId("o" + i);
      Envelope envelope = new Envelope(i, i, 0, 0);
      List.of(
              new AgentFact.OfferMade(
                  offer,
                  ManualSite.ANNA,
                  new CallId("c" + i),
                  new LegId("l" + i),
                  0,
                  0,
                  false,
                  true),
              new AgentFact.OfferAccepted(offer, ManualSite.ANNA),
              new AgentFact.TalkEnded(offer, ManualSite.ANNA, TalkEnd.AGENT))
          .forEach(fact -> log.apply(fact, envelope));
    }
    assertEquals(before, QueueLogCodec.encode(log).length);
  }

  private LegId lastRung() {
    return site.lastFact(AgentFact.OfferMade.class).leg();
  }

  private List<String> linesFrom(int first) {
    return lines().subList(first, lines().size());
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    fold(new QueueLog(line -> lines.add(fromBegin(line.text()))), site.facts);
    return lines;
  }

  private static void fold(QueueLog log, List<RecordedFact> facts) {
    facts.forEach(fact -> log.apply(fact.fact(), fact.envelope()));
  }

  /** With seconds counted from the morning's begin. */
  private static String fromBegin(String line) {
    int bar = line.indexOf('|');
    return Long.parseLong(line.substring(0, bar)) - BEGAN + line.substring(bar);
  }
}
