// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.file.FileFact;
import org.ringmaster.core.recording.PartBegin;
import org.ringmaster.core.recording.PartEnd;
import org.ringmaster.core.recording.RecordingAct;
import org.ringmaster.core.recording.RecordingFact;
import org.ringmaster.core.recording.RecordingPolicy;
import org.ringmaster.core.testing.ScenarioCaller;

/** Nodes that refuse, fall silent or die, and a platform that does: nothing recorded is lost. */
class RecordingLossTest extends RecordingScenario {
  @Test
  void aPartThatTheNodeRefusesIsTriedAgainEverMoreSeldom() {
    centre.edge().refuses(CallCommand.StartRecording.class, 500);
    ScenarioCaller caller = talking(RecordingPolicy.ALL);
    centre.passes(600);
    int tries = centre.count(RecordingFact.PartBegan.class);
    assertTrue(tries > 5 && tries < 20, tries + " tries in ten minutes");
    centre.edge().obeys();
    centre.passes(70);
    assertTrue(isRecorded());
    assertEquals(PartBegin.AFTER_FAILURE, centre.last(RecordingFact.PartBegan.class).why());
    caller.hangsUp();
    assertEquals(0, centre.edge().recordings());
  }

  @Test
  void aStopThatTheNodeDidNotHearIsAskedForAgainAtOnce() {
    talking(RecordingPolicy.FORCED);
    centre.edge().losesNext(CallCommand.StopRecording.class);
    does(RecordingAct.CARD);
    assertEquals(1, centre.edge().recordings(), "the node records on");
    centre.passes(1);
    assertEquals(0, centre.edge().recordings());
    assertEquals(1, centre.count(FileFact.Kept.class));
  }

  @Test
  void aStartOfWhichNobodyKnowsWhetherItWorkedIsUndoneAndBegunAnew() {
    centre.edge().refuses(CallCommand.StartRecording.class, 0);
    talking(RecordingPolicy.ALL);
    centre.edge().obeys();
    centre.passes(10);
    assertTrue(isRecorded());
  }

  @Test
  void whatWasRecordedWhileTheNodeWasOutOfSightIsKeptAndANewPartBegins() {
    ScenarioCaller caller = talking(RecordingPolicy.ALL);
    centre.edge().isCutOff();
    centre.passes(30);
    centre.edge().isBack();
    assertTrue(isRecorded());
    assertEquals(List.of("+1 TALK alice", "-LOST", "+2 AFTER_LOSS alice"), story(), "in two parts");
    caller.hangsUp();
    everyPartIsKept();
  }

  @Test
  void afterADeathOfThePlatformTheRecordingGoesOnAndNothingIsLost() {
    ScenarioCaller caller = talking(RecordingPolicy.ALL);
    centre.dies();
    centre.passes(20);
    centre.comesBackFromSnapshot();
    assertTrue(isRecorded());
    caller.hangsUp();
    assertEquals(List.of("+1 TALK alice", "-LOST", "+2 AFTER_LOSS alice", "-TALK_ENDED"), story());
    everyPartIsKept();
  }

  @Test
  void aCallThatEndedWhileThePlatformWasAwayHasItsRecording() {
    ScenarioCaller caller = talking(RecordingPolicy.ALL);
    centre.passes(10);
    centre.dies();
    centre.edge().ends(caller.leg(), HangupCause.NORMAL);
    centre.comesBack();
    alice.is(AgentState.AVAILABLE);
    everyPartIsKept();
  }

  @Test
  void whatWasRecordedWhenAsteriskDiedIsFetchedWhenItIsBack() {
    talking(RecordingPolicy.ALL);
    centre.passes(10);
    centre.edge().crashes();
    centre.edge().isBack();
    everyPartIsKept();
    assertEquals(PartEnd.LOST, centre.last(RecordingFact.PartEnded.class).why());
  }
}
