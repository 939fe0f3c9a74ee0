// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.QueueId;

class OwnPolicyTest {
  private static final CallId CALL = new CallId("01-1-1");
  private static final QueueId SALES = new QueueId("sales");
  private static final QueueId HELP = new QueueId("help");

  private final RecordingBooks books = new RecordingBooks();

  OwnPolicyTest() {
    rule(RecordingPolicy.NEVER, RecordingPolicy.ON_DEMAND);
  }

  private void rule(RecordingPolicy sales, RecordingPolicy help) {
    tell(
        new RecordingRulesSet(
            new RecordingRules(
                List.of(
                    new RecordingPlan(SALES, sales, 0, List.of(), List.of()),
                    new RecordingPlan(HELP, help, 0, List.of(), List.of())),
                180_000)));
  }

  private void tell(Fact fact) {
    books.apply(fact, new Envelope(1, 1, 0, 0));
  }

  private void overrule() {
    tell(new RecordingFact.PolicySet(CALL, SALES, RecordingPolicy.ALL, "campaign spring"));
  }

  @Test
  void itHoldsForItsCallWhileThatIsTalkedForItsQueue() {
    overrule();
    assertEquals(RecordingPolicy.ALL, books.policy(CALL, SALES));
    assertEquals(RecordingPolicy.NEVER, books.policy(new CallId("01-1-2"), SALES));
  }

  @Test
  void anotherQueueAndCallsOfAgentsHaveTheirOwnSay() {
    overrule();
    assertEquals(RecordingPolicy.ON_DEMAND, books.policy(CALL, HELP));
    assertEquals(RecordingPolicy.NEVER, books.policy(CALL, null));
  }

  @Test
  void aQueueThatIsAlwaysRecordedFromNowOnIsNotOverruledAnyMore() {
    tell(new RecordingFact.PolicySet(CALL, SALES, RecordingPolicy.NEVER, "campaign spring"));
    rule(RecordingPolicy.FORCED, RecordingPolicy.NEVER);
    assertEquals(RecordingPolicy.FORCED, books.policy(CALL, SALES));
  }

  @Test
  void itIsKeptInASnapshotAndGoesWithItsCall() {
    overrule();
    List<Record> state = new ArrayList<>();
    books.snapshot(state::add);
    RecordingBooks other = new RecordingBooks();
    state.forEach(other::restore);
    assertEquals(RecordingPolicy.ALL, other.policy(CALL, SALES));
    tell(new RecordingRulesSet(RecordingRules.NONE));
    tell(new CallFact.CallEnded(CALL));
    assertTrue(books.isIdle(), "something is left of a call that is over");
  }
}
