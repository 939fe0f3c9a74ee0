// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.announcement.Announcing;
import org.ringmaster.core.announcement.PositionStyle;
import org.ringmaster.core.announcement.WaitStyle;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.Language;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;
import org.ringmaster.core.testing.ScenarioQueue;

class AnnouncementTest {
  private static final String SECOND = "queue-thereare 2 queue-callswaiting";
  private static final String NEXT = "queue-youarenext";

  private final ScenarioPlan plan = ScenarioPlan.standard().queue(sales(place()));
  private final ScenarioCentre centre = ScenarioCentre.open(plan);
  private ScenarioCaller talking;

  private static ScenarioQueue sales(Announcing announcing) {
    return ScenarioQueue.named("sales")
        .servedBy("alice", "dave")
        .announces(announcing)
        .key("5", WaitChoice.ANNOUNCE);
  }

  /** At once, then every minute, with 15 s of music at least. */
  private static Announcing place() {
    return new Announcing(
        true,
        60_000,
        15_000,
        PositionStyle.YES,
        0,
        WaitStyle.NO,
        false,
        60,
        List.of(),
        List.of(),
        0,
        false);
  }

  private static Announcing inTurn(String... sounds) {
    return new Announcing(
        false,
        0,
        15_000,
        PositionStyle.NO,
        0,
        WaitStyle.NO,
        false,
        60,
        List.of(),
        List.of(sounds).stream().map(Prompt::sound).toList(),
        30_000,
        false);
  }

  @Test
  void whoJoinsHearsTheirPlaceAndThenMusicAgain() {
    ScenarioCaller first = centre.callerRings("500");
    ScenarioCaller second = centre.callerRings("500");
    first.hears(NEXT);
    second.hears(SECOND);
    centre.passes(3);
    first.hearsOnlyMusic();
    second.hearsOnlyMusic();
  }

  @Test
  void thePlaceIsSaidAgainAfterAMinute() {
    ScenarioCaller first = centre.callerRings("500");
    centre.passes(59);
    first.hearsOnlyMusic();
    centre.passes(1);
    first.hears(NEXT);
    centre.passes(60);
    first.hears(NEXT);
  }

  @Test
  void whoMovesUpIsToldSoAsSoonAsThereWasMusicEnough() {
    ScenarioCaller first = centre.callerRings("500");
    ScenarioCaller second = centre.callerRings("500");
    centre.passes(5);
    first.hangsUp();
    second.hearsOnlyMusic();
    centre.passes(12);
    second.hears(NEXT);
  }

  @Test
  void whereOnlyWhatIsBetterIsToldWhoStaysWhereTheyAreIsLeftToTheMusic() {
    centre.rereads(plan.urgentNumber("501", "sales", 5).queue(sales(place().onlyUp())));
    ScenarioCaller first = centre.callerRings("500");
    ScenarioCaller second = centre.callerRings("500");
    ScenarioCaller third = centre.callerRings("500");
    first.hears(NEXT);
    second.hears(SECOND);
    centre.passes(30);
    ScenarioCaller urgent = centre.callerRings("501");
    for (int minute = 0; minute < 3; minute++) {
      centre.passes(60);
      first.hearsOnlyMusic(); // A place worse than was told.
      second.hearsOnlyMusic();
      third.hearsOnlyMusic();
    }
    urgent.hangsUp();
    first.hangsUp();
    centre.passes(16);
    second.hears(NEXT);
    third.hears(SECOND);
  }

  @Test
  void theFirstPromptInTurnComesAfterItsOwnDelay() {
    centre.rereads(plan.queue(sales(inTurn("one", "two").firstInTurnAfter(5_000))));
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(4);
    caller.hearsOnlyMusic();
    centre.passes(1);
    caller.hears("one");
    centre.passes(29);
    caller.hearsOnlyMusic();
    centre.passes(1);
    caller.hears("two");
  }

  @Test
  void whoIsMoreUrgentIsAheadAndTheirPlaceIsSaidAsItIs() {
    centre.rereads(plan.urgentNumber("501", "sales", 5));
    centre.callerRings("500");
    ScenarioCaller urgent = centre.callerRings("501");
    urgent.hears(NEXT);
  }

  @Test
  void anAgentWhoIsFreeCutsItShortAtOnce() {
    centre.agent("dave").signsIn();
    centre.agent("dave").pauses("lunch");
    ScenarioCaller caller = centre.callerRings("500");
    caller.hears(NEXT);
    centre.agent("dave").unpauses();
    caller.talksWith("dave");
    assertEquals(1, centre.commands(CallCommand.StopPlay.class).size());
  }

  @Test
  void whereNothingPlaysNoStopLeaves() {
    centre.agent("dave").signsIn();
    ScenarioCaller caller = centre.callerRings("500");
    caller.talksWith("dave");
    assertEquals(0, centre.commands(CallCommand.StopPlay.class).size());
  }

  @Test
  void aTelephoneThatRingsCutsItShortAndWhoIsNotAnsweredIsSpokenToAgain() {
    ScenarioCaller caller = centre.callerRings("500");
    caller.hears(NEXT);
    centre.agent("alice").signsIn();
    caller.hearsOnlyMusic();
    centre.passes(60);
    centre.agent("alice").declines();
    caller.hears(NEXT);
  }

  @Test
  void whoWaitsHearsBehindTheirPlaceByWhichKeyTheyAreCalledBack() {
    ScenarioQueue sales = sales(place().offeringCallbacks());
    centre.rereads(plan.queue(sales));
    centre.callerRings("500").hears(NEXT);
    centre.rereads(plan.queue(sales.key("7", WaitChoice.CALLBACK)));
    ScenarioCaller second = centre.callerRings("500");
    second.hears(SECOND + " ringmaster-callback-press 7");
    QueueFact.CallerTold told = centre.last(QueueFact.CallerTold.class);
    assertTrue(told.callbackOffered());
    centre.passes(60);
    second.hears(SECOND + " ringmaster-callback-press 7");
  }

  @Test
  void whoIsBehindTheLimitHearsOfTheCallbackAllTheSame() {
    Announcing onlyFirst =
        new Announcing(
            true,
            60_000,
            15_000,
            PositionStyle.LIMIT,
            1,
            WaitStyle.NO,
            false,
            60,
            List.of(),
            List.of(),
            0,
            false);
    centre.rereads(plan.queue(sales(onlyFirst.offeringCallbacks()).key("7", WaitChoice.CALLBACK)));
    centre.callerRings("500").hears(NEXT + " ringmaster-callback-press 7");
    ScenarioCaller second = centre.callerRings("500");
    ScenarioCaller third = centre.callerRings("500");
    third.hears("ringmaster-callback-press 7");
    centre.passes(20);
    second.hangsUp();
    centre.passes(10);
    third.hearsOnlyMusic();
    centre.passes(30);
    third.hears("ringmaster-callback-press 7");
  }

  @Test
  void promptsTakeTurns() {
    centre.rereads(plan.queue(sales(inTurn("one", "two"))));
    ScenarioCaller caller = centre.callerRings("500");
    caller.hearsOnlyMusic();
    centre.passes(30);
    caller.hears("one");
    centre.passes(30);
    caller.hears("two");
    centre.passes(30);
    caller.hears("one");
  }

  @Test
  void behindTheLimitTheyHearOnlyThatMoreAreWaiting() {
    centre.rereads(
        plan.queue(
            sales(
                new Announcing(
                    true,
                    60_000,
                    15_000,
                    PositionStyle.MORE,
                    1,
                    WaitStyle.NO,
                    false,
                    60,
                    List.of(Prompt.sound("queue-thankyou")),
                    List.of(),
                    0,
                    false))));
    ScenarioCaller first = centre.callerRings("500");
    ScenarioCaller second = centre.callerRings("500");
    first.hears(NEXT + " queue-thankyou");
    second.hears("queue-quantity1 1 queue-quantity2 queue-thankyou");
  }

  @Test
  void theyAreSpokenToInTheQueuesLanguage() {
    centre.rereads(plan.queue(sales(place()).speaks(Language.PT)));
    centre.callerRings("500");
    assertEquals(Language.PT, centre.commands(CallCommand.Play.class).getLast().language());
  }

  private static Announcing wait(WaitStyle style, boolean once) {
    return new Announcing(
        true, 60_000, 15_000, PositionStyle.NO, 0, style, once, 60, List.of(), List.of(), 0, false);
  }

  /** One agent, who talks: of those who are next four in five wait 144 s at most. */
  private ScenarioCaller waitsFor(Announcing announcing) {
    centre.rereads(plan.queue(sales(announcing)));
    centre.agent("dave").signsIn();
    talking = centre.callerRings("500");
    talking.talksWith("dave");
    return centre.callerRings("500");
  }

  @Test
  void whereNothingIsLearntYetTheWaitIsForeseenFromWhatIsUsual() {
    waitsFor(wait(WaitStyle.PRECISE, false)).hears("queue-holdtime 3 queue-minutes");
    QueueFact.CallerTold told = centre.last(QueueFact.CallerTold.class);
    assertEquals(1, told.place());
    assertEquals(180, told.waitSeconds());
    assertEquals(144, told.p80Seconds());
  }

  @Test
  void theWaitIsSaidAsABoundOrWithAPaddingWhereSoWanted() {
    waitsFor(wait(WaitStyle.LESS_THAN, false))
        .hears("queue-holdtime queue-less-than 3 queue-minutes");
    centre.rereads(plan.queue(sales(wait(WaitStyle.PADDED, false))));
    centre.callerRings("500").hears("queue-holdtime 5 queue-minutes");
  }

  @Test
  void whereNobodyServesTheQueueNoWaitIsSaid() {
    centre.rereads(plan.queue(sales(wait(WaitStyle.PRECISE, false))));
    ScenarioCaller caller = centre.callerRings("500");
    caller.hearsOnlyMusic();
  }

  @Test
  void theWaitIsSaidOnceWhereSoWanted() {
    ScenarioCaller caller = waitsFor(wait(WaitStyle.PRECISE, true));
    centre.passes(61);
    caller.hearsOnlyMusic();
  }

  @Test
  void anAnsweredCallerShowsWhetherTheForecastHeld() {
    ScenarioCaller caller = waitsFor(wait(WaitStyle.PRECISE, false));
    centre.passes(100);
    talking.hangsUp();
    caller.talksWith("dave");
    QueueFact.WaitJudged judged = centre.last(QueueFact.WaitJudged.class);
    assertTrue(judged.within(), judged.toString());
    assertEquals(100_000, judged.cameMillis());
  }

  @Test
  void whatIsSaidNeverGrowsByMoreThanAFifthHoweverFarBackTheyFall() {
    centre.rereads(plan.urgentNumber("501", "sales", 5));
    waitsFor(wait(WaitStyle.PRECISE, false));
    for (int i = 0; i < 20; i++) {
      centre.callerRings("501");
      centre.passes(60);
    }
    int last = 0;
    for (QueueFact.CallerTold told : centre.facts(QueueFact.CallerTold.class)) {
      if (told.entry().equals(centre.facts(QueueFact.CallerTold.class).getFirst().entry())) {
        assertTrue(last == 0 || told.waitSeconds() <= 1.2 * last, told + " after " + last);
        last = told.waitSeconds();
      }
    }
    assertTrue(last > 0);
  }

  @Test
  void aKeyAsksForThePlaceNow() {
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(20);
    caller.hearsOnlyMusic();
    caller.presses("5");
    caller.hears(NEXT);
    caller.presses("5");
    caller.hears(NEXT);
  }

  @Test
  void anAnnouncementThatIsRefusedCostsNobodyTheCallAndIsTriedAgainLater() {
    centre.edge().refuses(CallCommand.Play.class, 500);
    ScenarioCaller caller = centre.callerRings("500");
    caller.hearsOnlyMusic();
    centre.edge().obeys();
    centre.passes(75);
    assertEquals(2, centre.count(QueueFact.CallerTold.class));
  }

  @Test
  void remindersThatAreLateOrDoubledSayNothingTwice() {
    ScenarioCaller caller = centre.callerRings("500");
    var entry = centre.last(QueueFact.CallerTold.class).entry();
    centre.tell(new QueueInput.AnnouncementDue(entry));
    centre.passes(10);
    centre.tell(new QueueInput.AnnouncementDue(entry));
    caller.hearsOnlyMusic();
    caller.hangsUp();
    centre.tell(new QueueInput.AnnouncementDue(entry));
    assertEquals(1, centre.count(QueueFact.CallerTold.class));
  }

  @Test
  void afterARestartTheyAreSpokenToAsIfNothingHadBeen() {
    ScenarioCaller caller = centre.callerRings("500");
    centre.passes(30);
    centre.dies();
    centre.comesBackFromSnapshot();
    caller.hearsOnlyMusic();
    centre.passes(30);
    caller.hears(NEXT);
  }
}
