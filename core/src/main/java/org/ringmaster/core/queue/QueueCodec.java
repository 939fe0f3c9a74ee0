// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.codec.CodecRegistry;

/**
 * The stable short names of this package's records in journals and snapshots. Names never change.
 */
public final class QueueCodec {

  private QueueCodec() {}

  /** All names of this package. */
  public static CodecRegistry registry() {
    return CodecRegistry.builder()
        .add("fact.queue.queue-configured", QueueFact.QueueConfigured.class)
        .add("fact.queue.queue-removed", QueueFact.QueueRemoved.class)
        .add("fact.queue.number-configured", QueueFact.NumberConfigured.class)
        .add("fact.queue.number-removed", QueueFact.NumberRemoved.class)
        .add("fact.queue.calendar-configured", QueueFact.CalendarConfigured.class)
        .add("fact.queue.calendar-removed", QueueFact.CalendarRemoved.class)
        .add("fact.queue.turned", QueueFact.Turned.class)
        .add("fact.queue.welcomed", QueueFact.Welcomed.class)
        .add("fact.queue.entry-joined", QueueFact.EntryJoined.class)
        .add("fact.queue.entry-offered", QueueFact.EntryOffered.class)
        .add("fact.queue.entry-unoffered", QueueFact.EntryUnoffered.class)
        .add("fact.queue.entry-connected", QueueFact.EntryConnected.class)
        .add("fact.queue.entry-completed", QueueFact.EntryCompleted.class)
        .add("fact.queue.entry-abandoned", QueueFact.EntryAbandoned.class)
        .add("fact.queue.entry-overflowed", QueueFact.EntryOverflowed.class)
        .add("fact.queue.agent-rested", QueueFact.AgentRested.class)
        .add("fact.queue.entry-returned", QueueFact.EntryReturned.class)
        .add("fact.queue.entry-end-witnessed", QueueFact.EntryEndWitnessed.class)
        .add("fact.queue.not-joined", QueueFact.NotJoined.class)
        .add("fact.queue.entry-prioritised", QueueFact.EntryPrioritised.class)
        .add("fact.queue.caller-told", QueueFact.CallerTold.class)
        .add("fact.queue.whisper-started", QueueFact.WhisperStarted.class)
        .add("fact.queue.wait-judged", QueueFact.WaitJudged.class)
        .add("fact.queue.periodic-said", QueueFact.PeriodicSaid.class)
        .add("fact.queue.key-chosen", QueueFact.KeyChosen.class)
        .add("fact.queue.place-kept", QueueFact.PlaceKept.class)
        .add("fact.queue.place-offered", QueueFact.PlaceOffered.class)
        .add("fact.queue.place-unoffered", QueueFact.PlaceUnoffered.class)
        .add("fact.queue.place-left", QueueFact.PlaceLeft.class)
        .add("fact.queue.entry-held-back", QueueFact.EntryHeldBack.class)
        .add("fact.queue.overflow-deferred", QueueFact.OverflowDeferred.class)
        .add("fact.queue.caller-sent-out", QueueFact.CallerSentOut.class)
        .add("fact.queue.door-set", QueueFact.DoorSet.class)
        .add("fact.queue.door-reset", QueueFact.DoorReset.class)
        .add("input.queue.queues-read", QueueInput.QueuesRead.class)
        .add("input.queue.numbers-read", QueueInput.NumbersRead.class)
        .add("input.queue.calendars-read", QueueInput.CalendarsRead.class)
        .add("input.queue.wait-due", QueueInput.WaitDue.class)
        .add("input.queue.relaxation-due", QueueInput.RelaxationDue.class)
        .add("input.queue.prioritise", QueueInput.Prioritise.class)
        .add("input.queue.rest-over", QueueInput.RestOver.class)
        .add("input.queue.announcement-due", QueueInput.AnnouncementDue.class)
        .add("input.queue.closing-due", QueueInput.ClosingDue.class)
        .add("input.queue.welcome-due", QueueInput.WelcomeDue.class)
        .add("input.queue.whisper-due", QueueInput.WhisperDue.class)
        .add("state.queue.queue", Queue.class)
        .add("state.queue.number", InboundNumber.class)
        .add("state.queue.calendar", Calendar.class)
        .add("state.queue.entry", QueueEntry.class)
        .add("state.queue.kept-place", KeptPlace.class)
        .add("state.queue.rest", QueueBooks.Rest.class)
        .add("state.queue.unseen-leave", UnseenLeave.class)
        .add("state.queue.seat-use", SeatUse.class)
        .add("state.queue.whisper", HeardBooks.Whisper.class)
        .add("state.queue.heard", Heard.class)
        .add("state.queue.pace", WaitOutlook.Learnt.class)
        .add("state.queue.busy", WaitOutlook.Busy.class)
        .add("state.queue.last-offer", SeatUse.Last.class)
        .add("state.queue.held-back", QueueBooks.HeldBack.class)
        .add("state.queue.door", Door.class)
        .add("state.queue.filed", Filed.class)
        .add("state.queue.pulled", SetBooks.Pulled.class)
        .add("state.queue.deferral", SentOnBooks.Deferral.class)
        .add("state.queue.sent-out", SentOnBooks.SentOut.class)
        .add("state.queue.welcome", Welcomes.Welcome.class)
        .build();
  }
}
