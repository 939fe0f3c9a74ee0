// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.kernel;

import java.lang.management.ManagementFactory;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.measure.Spread;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Started;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.core.queue.InboundNumber;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.dialer.DialerCentre;

/** What a waiting caller weighs in the deciders and on the boards: live heap, with and without. */
final class Memory {
  private static final NodeId NODE = new NodeId("edge");
  private static final QueueId QUEUE = new QueueId("sales");
  private static final long START_MICROS = 1_793_599_200_000_000L;

  private final int callers;
  private final Centre centre = DialerCentre.centre();
  private @Nullable Boards boards;
  private long nowMicros = START_MICROS;

  /** So many callers at once. */
  Memory(int callers) {
    this.callers = callers;
  }

  void into(Report report, int rounds) {
    double[] deciders = new double[rounds];
    double[] both = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      deciders[i] = new Memory(callers).weigh(false);
      both[i] = new Memory(callers).weigh(true);
    }
    String what = "memory of a waiting caller, %,d at once, ".formatted(callers);
    report.add(
        new Row(what + "deciders", "B", new Spread(deciders))
            .aim(Aim.atMost(2_048))
            .note("each a customer of their own: call, leg, queue entry, journey, touchpoint"));
    report.add(new Row(what + "deciders and boards", "B", new Spread(both)));
  }

  private double weigh(boolean withBoards) {
    boards = withBoards ? new Boards(ZoneOffset.UTC, System::nanoTime) : null;
    tell(new Started(1, 1));
    tell(new CallInput.TrunksRead(List.of(new Trunk(new TrunkId("carrier"), NODE, 0, 0))));
    tell(new QueueInput.QueuesRead(List.of(queue())));
    tell(new QueueInput.NumbersRead(List.of(new InboundNumber("500", QUEUE, null, List.of()))));
    tell(new CallInput.NodeConnected(NODE, "22.10.1", START_MICROS - 1_000_000));
    tell(new CallInput.NodeListed(NODE, List.of(), List.of()));
    arrives(-1);
    long before = liveBytes();
    for (int i = 0; i < callers; i++) {
      arrives(i);
    }
    publish();
    long after = liveBytes();
    if (centre.acd().books().entries().size() != callers + 1) {
      throw new IllegalStateException("not all callers wait");
    }
    return (double) (after - before) / callers;
  }

  private void arrives(int number) {
    LegId leg = new LegId("asterisk-%010d.%d".formatted(number + 1, number + 1));
    Personal caller = new Personal("+4930%09d".formatted(number + 1));
    tell(new CallInput.LegArrived(NODE, leg, "inbound", "500", "carrier", caller, null, false));
    Turn turn = tell(new CallInput.LegUp(NODE, leg));
    turn.commands.stream()
        .filter(CallCommand.JoinBridge.class::isInstance)
        .map(CallCommand.JoinBridge.class::cast)
        .toList()
        .forEach(join -> tell(new CallInput.LegJoined(NODE, leg, join.bridge())));
  }

  private Turn tell(Input input) {
    nowMicros += 1_000;
    Turn turn = new Turn();
    turn.input = input;
    turn.occurredAtMicros = nowMicros;
    turn.recordedAtMicros = nowMicros;
    centre.kernel().handle(turn);
    Boards watching = boards;
    if (watching != null) {
      for (RecordedFact fact : turn.facts) {
        watching.apply(fact.fact(), fact.envelope());
      }
      watching.see(turn);
    }
    return turn;
  }

  private void publish() {
    Boards watching = boards;
    if (watching != null) {
      watching.publish();
    }
  }

  private static Queue queue() {
    return new Queue(
        QUEUE,
        Strategy.LONGEST_IDLE,
        List.of(),
        20_000,
        5_000,
        0,
        false,
        0,
        Overflow.HANG_UP,
        "default",
        20_000);
  }

  private static long liveBytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
