// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.file.FileFact;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.recording.PartBegin;
import org.ringmaster.core.recording.PartEnd;
import org.ringmaster.core.recording.RecordingFact;
import org.ringmaster.core.recording.RecordingPlan;
import org.ringmaster.core.recording.RecordingPolicy;
import org.ringmaster.core.recording.RecordingRules;
import org.ringmaster.core.recording.RecordingRulesSet;
import org.ringmaster.core.recording.SceneKind;

class RecordingsAreOfPartsTest {
  private static final RecordingId FIRST = new RecordingId("r1");
  private static final RecordingId SECOND = new RecordingId("r2");

  private final RecordingsAreOfParts invariant = new RecordingsAreOfParts();
  private final ToldFacts told = new ToldFacts();

  RecordingsAreOfPartsTest() {
    is(rules(RecordingPolicy.ALL));
    is(new RecordingFact.Began(ToldFacts.CALL, ToldFacts.SALES, RecordingPolicy.ALL, null));
  }

  private @Nullable String told(Fact fact) {
    RecordedFact recorded = told.then(fact).facts().getLast();
    return invariant.brokenBy(recorded);
  }

  private void is(Fact fact) {
    assertNull(told(fact));
  }

  private static Fact rules(RecordingPolicy policy) {
    return new RecordingRulesSet(
        new RecordingRules(
            List.of(new RecordingPlan(ToldFacts.SALES, policy, 0, List.of(), List.of())), 1));
  }

  private static Fact begins(RecordingId part) {
    return new RecordingFact.PartBegan(
        ToldFacts.CALL,
        part,
        1,
        ToldFacts.EDGE,
        SceneKind.TALK,
        ToldFacts.ANNA,
        ToldFacts.SALES,
        0,
        PartBegin.TALK);
  }

  private static Fact ends(RecordingId part) {
    return new RecordingFact.PartEnded(ToldFacts.CALL, part, PartEnd.TALK_ENDED);
  }

  private static Fact kept(RecordingId part) {
    return new FileFact.Kept(part, ToldFacts.CALL, "0".repeat(64), 1, 1);
  }

  @Test
  void aRecordingOfTwoPartsOfWhichBothAreKeptIsFine() {
    is(begins(FIRST));
    is(ends(FIRST));
    is(kept(FIRST));
    is(begins(SECOND));
    is(ends(SECOND));
    is(new FileFact.NotThere(SECOND, ToldFacts.CALL));
    is(new RecordingFact.Ended(ToldFacts.CALL));
    assertNull(invariant.brokenInTheEnd());
  }

  @Test
  void aPartThatBeginsWhileItIsPausedIsCaught() {
    is(new RecordingFact.Paused(ToldFacts.CALL, new Author("anna")));
    assertEquals("r1 begins while nothing is to be recorded of c1", told(begins(FIRST)));
  }

  @Test
  void aPartOfAQueueThatIsNeverRecordedIsCaught() {
    is(rules(RecordingPolicy.NEVER));
    assertEquals("r1 begins for sales, which is never recorded", told(begins(FIRST)));
  }

  private static Fact overruled(RecordingPolicy policy) {
    return new RecordingFact.PolicySet(ToldFacts.CALL, ToldFacts.SALES, policy, "campaign spring");
  }

  @Test
  void aPartThatTheCallsOwnPolicyForbidsIsCaughtAndOneThatItWantsIsFine() {
    is(overruled(RecordingPolicy.NEVER));
    assertEquals("r1 begins for sales, which is never recorded", told(begins(FIRST)));
    is(overruled(RecordingPolicy.ALL));
    is(rules(RecordingPolicy.NEVER));
    is(begins(FIRST));
  }

  @Test
  void aQueueThatIsAlwaysRecordedIsNotOverruled() {
    is(rules(RecordingPolicy.FORCED));
    is(overruled(RecordingPolicy.NEVER));
    is(begins(FIRST));
  }

  @Test
  void twoPartsAtATimeAndAnEndTooManyAreCaught() {
    is(begins(FIRST));
    assertEquals("r2 begins beside another part of c1", told(begins(SECOND)));
    is(ends(SECOND));
    assertEquals("r2 ends and is not under way", told(ends(SECOND)));
  }

  @Test
  void aFileOfWhichNobodyKnowsWhatBecameIsCaughtInTheEnd() {
    is(begins(FIRST));
    assertNotNull(invariant.brokenInTheEnd(), "it never ended");
    is(ends(FIRST));
    assertEquals("files of which nobody knows what became: [r1]", invariant.brokenInTheEnd());
    is(kept(FIRST));
    assertNull(invariant.brokenInTheEnd());
    assertEquals("r1 is settled twice", told(kept(FIRST)));
  }

  @Test
  void aFileThatIsFetchedWhileItIsBeingRecordedIsCaught() {
    is(begins(FIRST));
    assertEquals(
        "r1 is fetched while it is recorded",
        told(new FileFact.Wanted(FIRST, ToldFacts.CALL, ToldFacts.EDGE, 0)));
  }
}
