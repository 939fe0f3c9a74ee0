// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class KernelTest {
  private record Count(int from) implements Input {}

  private record Counted(int number) implements Fact {}

  private record Ask(String what) implements Input {}

  /** Counts down to zero by reacting to its own facts. */
  private static final class Countdown implements Decider {
    final List<String> seen;
    final String name;
    int last = -1;

    Countdown(String name, List<String> seen) {
      this.name = name;
      this.seen = seen;
    }

    @Override
    public void decide(Input input, Decision decision) {
      if (input instanceof Count count && name.equals("first")) {
        decision.record(new Counted(count.from()));
      } else if (input instanceof Ask ask && ask.what().equals(name)) {
        decision.accept(name);
      }
    }

    @Override
    public void react(Fact fact, Decision decision) {
      if (fact instanceof Counted counted) {
        seen.add(name + counted.number() + "/" + last);
        if (name.equals("first") && counted.number() != 0) {
          decision.record(new Counted(counted.number() - 1));
        }
      }
    }

    @Override
    public void apply(Fact fact, Envelope envelope) {
      if (fact instanceof Counted counted) {
        last = counted.number();
      }
    }

    @Override
    public void snapshot(Consumer<Record> out) {}

    @Override
    public void restore(Record entity) {}
  }

  private final List<String> seen = new ArrayList<>();
  private final KernelState state = new KernelState();
  private final Kernel kernel =
      new Kernel(state, List.of(new Countdown("first", seen), new Countdown("second", seen)));

  private Turn handle(Input input, long nowMicros) {
    Turn turn = new Turn();
    turn.input = input;
    turn.recordedAtMicros = nowMicros;
    turn.occurredAtMicros = nowMicros - 5;
    kernel.handle(turn);
    return turn;
  }

  @Test
  void everyDeciderReactsToEveryFactInOrderAndSeesWhatTheOthersHaveDecidedSince() {
    handle(new Count(1), 100);
    assertEquals(List.of("first1/1", "second1/0", "first0/0", "second0/0"), seen);
  }

  @Test
  void factsAreCountedWithoutAGapAndCarryTheirInputAndBothInstants() {
    handle(new Started(1, 7), 100);
    Turn turn = handle(new Count(2), 200);
    assertEquals(List.of(2L, 3L, 4L), turn.facts.stream().map(RecordedFact::sequence).toList());
    Envelope envelope = turn.facts.get(0).envelope();
    assertEquals(new Envelope(2, 2, 200, 195), envelope);
  }

  @Test
  void theClockNeverGoesBack() {
    handle(new Count(0), 200);
    Turn turn = handle(new Count(0), 100);
    assertEquals(200, turn.recordedAtMicros);
  }

  @Test
  void theMachinesClockIsSeenAsItIsThoughThePlatformsDoesNotGoBack() {
    Turn first = new Turn();
    first.input = new Count(0);
    first.recordedAtMicros = 200;
    first.aheadMicros = 30;
    kernel.handle(first);
    assertEquals(170, kernel.wallMicros());
    handle(new Count(0), 100);
    assertEquals(200, kernel.nowMicros());
    assertEquals(100, kernel.wallMicros());
  }

  @Test
  void decidersThatAnswerEachOtherWithoutEndAreStopped() {
    assertThrows(IllegalStateException.class, () -> handle(new Count(-1), 100));
  }

  @Test
  void whoeverIsAskedAnswersAndNobodyElse() {
    assertInstanceOf(Answer.Accepted.class, handle(new Ask("second"), 100).answer);
    assertNull(handle(new Ask("nobody"), 100).answer);
  }

  @Test
  void everyStartOpensALaterEpochEvenWhenTheClockWasSetBack() {
    handle(new Started(3, 50), 100);
    assertEquals(50, state.epoch());
    handle(new Started(3, 20), 200);
    assertEquals(51, state.epoch());
    assertEquals(3, state.cell());
  }

  @Test
  void idsHaveOneLengthAndTellTheirEpoch() {
    handle(new Started(12, IdShape.epochAt(1_793_613_600_000_000L)), 100);
    String id = kernel.newId('l');
    assertEquals(21, id.length());
    assertTrue(id.startsWith("l12-"), id);
    assertTrue(IdShape.isOurs(id));
    assertEquals(state.epoch(), IdShape.epochOf(id));
    assertTrue(!IdShape.isOurs("edge-1790000000.17"));
    assertTrue(!IdShape.isOurs("1790000000.1234567890"));
  }

  @Test
  void replayedFactsLeadToTheSameCounters() {
    Turn turn = handle(new Count(2), 100);
    KernelState other = new KernelState();
    Kernel follower = new Kernel(other, List.of());
    turn.facts.forEach(follower::replay);
    assertEquals(state.lastSequence(), other.lastSequence());
  }

  @Test
  void personalTextIsMasked() {
    assertEquals("********67", new Personal("+49301234567").toString());
    assertEquals("*", new Personal("7").toString(), "a key, perhaps of a card's number");
    assertEquals("**", new Personal("*7").toString());
    assertEquals("***4", new Personal("1234").toString());
    assertEquals("****56", new Personal("123456").toString());
    assertNull(Personal.ofNullable(" "));
  }
}
