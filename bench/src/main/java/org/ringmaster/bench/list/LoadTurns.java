// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.list;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Started;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.board.CampaignBoard;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignInput;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.list.ListInput;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.dialer.load.ImportedList;
import org.ringmaster.dialer.load.LeadFolder;

/**
 * A whole kernel, all deciders in it and the campaigns' board beside it, with a campaign; measures
 * the turns that load lists for it. Owned by one thread.
 */
final class LoadTurns {
  private static final Author BENCH = new Author("bench");
  private static final CampaignId CAMPAIGN = new CampaignId("bench");
  private static final QueueId QUEUE = new QueueId("outbound");
  private static final TrunkId TRUNK = new TrunkId("carrier");
  private static final double MICROS_PER_MILLI = 1_000;

  private final Centre centre;
  private final CampaignBoard board = new CampaignBoard();
  private long nowMicros = 1_000_000;

  LoadTurns(LeadFolder leads) {
    centre = DialerCentre.centre(leads);
    Calendar always = new Calendar(new CalendarId("always"), "Europe/Berlin", List.of(), List.of());
    turn(new Started(1, 1));
    turn(new CallInput.TrunksRead(List.of(new Trunk(TRUNK, new NodeId("edge"), 0, 0))));
    turn(
        new QueueInput.QueuesRead(
            List.of(
                new Queue(
                    QUEUE,
                    Strategy.LONGEST_IDLE,
                    List.of(),
                    20_000,
                    5_000,
                    60_000,
                    true,
                    0,
                    Overflow.HANG_UP,
                    "default",
                    20_000))));
    turn(
        new CampaignInput.PlansRead(
            List.of(CampaignPlan.of(CAMPAIGN, QUEUE, TRUNK, CampaignMode.PROGRESSIVE, always))));
  }

  /** Lets the campaign run. */
  void starts() {
    accepted(turn(new CampaignInput.Start(CAMPAIGN, BENCH)));
  }

  /** How long the kernel is busy with the one input that loads a list, milliseconds. */
  double millis(ListUse use, ImportedList list) {
    ListInput.Load load =
        new ListInput.Load(
            use,
            CAMPAIGN.value(),
            list.sha256(),
            list.sourceSha256(),
            "troubled.csv",
            Math.toIntExact(list.ledger().loaded()),
            list.ledger(),
            true,
            BENCH);
    long began = System.nanoTime();
    Turn turn = handled(load);
    double millis = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began) / MICROS_PER_MILLI;
    accepted(turn);
    show(turn);
    return millis;
  }

  /** Leads that the campaign could call. */
  long leads() {
    return board.rows().get(0).leads();
  }

  private static void accepted(Turn turn) {
    if (!(turn.answer instanceof Answer.Accepted)) {
      throw new IllegalStateException("refused: " + turn.answer);
    }
  }

  private Turn turn(Input input) {
    Turn turn = handled(input);
    show(turn);
    return turn;
  }

  private Turn handled(Input input) {
    Turn turn = new Turn();
    turn.input = input;
    nowMicros += 1_000;
    turn.recordedAtMicros = nowMicros;
    turn.occurredAtMicros = nowMicros;
    centre.kernel().handle(turn);
    return turn;
  }

  private void show(Turn turn) {
    turn.facts.forEach(fact -> board.apply(fact.fact(), fact.envelope()));
    board.see(turn);
    board.publish();
  }
}
