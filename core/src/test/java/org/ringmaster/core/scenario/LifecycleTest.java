// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentLifecycle;
import org.ringmaster.core.agent.OfferLifecycle;
import org.ringmaster.core.call.LegLifecycle;
import org.ringmaster.core.callback.CallbackLifecycle;
import org.ringmaster.core.kernel.StateTable;
import org.ringmaster.core.queue.EntryLifecycle;
import org.ringmaster.core.recording.RecordingLifecycle;
import org.ringmaster.core.supervision.SupervisionLifecycle;
import org.ringmaster.core.talk.TalkLifecycle;
import org.ringmaster.core.voicemail.MessageLifecycle;

/**
 * The lives of legs, agents, offers, queue entries, conversations, callbacks and messages: every
 * arrow is taken, every table drawn.
 */
class LifecycleTest {
  private static final Path PAGE = Path.of("../docs/reference/lifecycles.md");
  private static final String WRITE = "lifecycles.write";

  private static final Map<String, StateTable<?>> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("A leg", LegLifecycle.TABLE);
    TABLES.put("An agent", AgentLifecycle.TABLE);
    TABLES.put("An offer", OfferLifecycle.TABLE);
    TABLES.put("A queue entry", EntryLifecycle.TABLE);
    TABLES.put("A conversation", TalkLifecycle.TABLE);
    TABLES.put("A supervisor at a talk", SupervisionLifecycle.TABLE);
    TABLES.put("The recording of a call", RecordingLifecycle.TABLE);
    TABLES.put("A callback", CallbackLifecycle.TABLE);
    TABLES.put("A message", MessageLifecycle.TABLE);
  }

  @Test
  @SuppressWarnings(
      "JUnitMethodInvoked") // Rare arrows are taken by the scenarios that are about them.
  void everyArrowIsTakenOnSomeDay() {
    for (long seed = 1; seed <= 40; seed++) {
      RandomDay day = new RandomDay(seed);
      for (int i = 0; i < 1_000; i++) {
        day.step();
      }
      day.ends();
    }
    // What no drawn day is sure to bring.
    new CallbackTest().aTrunkThatFillsUpWhileTheAgentRingsPutsItOff();
    RareTalks.all();
    new AgentRulesTest().anExtendedWrapUpLastsLongerAlsoWhenItHasBeenSaidWhatItWas();
    new BookingTest().whoRingsBeforeTheAgreedTimeInVainIsStillCalledThen();
    new CallbackEndTest().takenBackWhileAnAgentRingsTheAgentIsLetGo();
    new VoicemailTest().whateverWasDoneAboutAMessageItCanBeCalledBackDoneWithOrDeleted();
    new VoicemailTest().whoHangsUpDuringTheGreetingLeavesNothing();
    new VoicemailTest().aFullDiskIsSaidAndNothingIsKept();
    new HoldTest().aCallerOnHoldHearsMusicUntilTheAgentTakesThemBack();
    ConsultTest consulting = new ConsultTest();
    consulting.aliceTalks();
    consulting.aCallerWhoGivesUpWhileTheAgentConsultsEndsItAll();
    new SupervisionTest().aBridgeThatIsLostIsMadeAgain();
    new SupervisionTest().fromListeningToWhisperingToTheMiddleAndBackWithoutANewCall();
    new SupervisionTest().aSupervisorTakesOverFromWhereverTheyAre();
    new SupervisionTest().whoeverOfTheTalkHangsUpEndsTheSupervisorsPartToo();
    new SupervisionTest().aSupervisorWhoHangsUpAfterTakingOverLetsTheCallerGo();
    new SupervisionTest().aTelephoneThatIsNotAnsweredIsGivenUp();
    RecordingTest.all();
    new RecordingTest().aPauseLeavesOutWhatFollowsUntilItIsResumed();
    TABLES.forEach(
        (name, table) -> assertEquals(List.of(), table.neverTaken(), name + ": never taken"));
  }

  @Test
  void theTablesAreDrawnInTheReference() throws IOException {
    String now = page();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, now);
    }
    assertEquals(
        now,
        Files.exists(PAGE) ? Files.readString(PAGE) : "",
        PAGE + " is not what the code does: run this test once with -D" + WRITE + "=true");
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder("<!-- SPDX-License-Identifier: Apache-2.0 -->\n# Lifecycles\n\n")
            .append("Each life is a table in the code, and these are drawn from it: an arrow is ")
            .append("the fact that leads from one\nstate to the next. What a table does not have ")
            .append("cannot happen.\n");
    TABLES.forEach(
        (name, table) ->
            page.append("\n## ")
                .append(name)
                .append("\n\n```mermaid\n")
                .append(table.diagram())
                .append("```\n"));
    return page.toString();
  }
}
