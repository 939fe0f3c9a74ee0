// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.EndSource;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;

/** All queues and those who wait or talk in them: the fold behind {@link Acd}. */
public final class QueueBooks implements Fold {

  /** More than these are forgotten, oldest first; their ends stay as they were booked. */
  private static final int MAX_UNSEEN = 10_000;

  record Rest(AgentId agent, long untilMicros) {}

  /** Somebody waits although an agent is free whom another queue keeps; told once. */
  record HeldBack(EntryId entry) {}

  final Map<QueueId, Queue> queues = new LinkedHashMap<>();
  final Map<String, InboundNumber> numbers = new LinkedHashMap<>();
  final Map<CalendarId, Calendar> calendars = new LinkedHashMap<>();
  final Map<EntryId, QueueEntry> entries = new LinkedHashMap<>();

  final Map<EntryId, KeptPlace> places = new LinkedHashMap<>();
  final Map<AgentId, Rest> resting = new LinkedHashMap<>();
  private final Set<EntryId> heldBack = new LinkedHashSet<>();
  final Map<LegId, UnseenLeave> unseenLeaves = new LinkedHashMap<>();
  private final Map<String, String> spellings = new LinkedHashMap<>();
  private final Map<LegId, EntryId> entriesByLeg = new LinkedHashMap<>();
  private final Map<OfferId, EntryId> entriesByOffer = new LinkedHashMap<>();
  private final StaffBooks staff = new StaffBooks();
  private final Lines lines = new Lines();
  private final SetBooks set = new SetBooks();
  final SentOnBooks sentOn = new SentOnBooks();
  private final HeardBooks heard = new HeardBooks();
  private final WaitOutlook outlook = new WaitOutlook();
  private long edition;
  private long changes;

  /** Another number after each change of what the configuration says of queues and agents. */
  long edition() {
    return edition;
  }

  /** Another number after each fact, whatever it was about. */
  long changes() {
    return changes;
  }

  /** All queues, as they are now. */
  public Collection<Queue> queues() {
    return queues.values();
  }

  /** The queue, or null where the configuration has none of that name. */
  public @Nullable Queue queue(QueueId id) {
    return queues.get(id);
  }

  /** What the file says of a queue, whatever supervisors have changed; null where it has none. */
  public @Nullable Queue filed(QueueId id) {
    Queue filed = set.filed(id);
    return filed == null ? queues.get(id) : filed;
  }

  /** How a supervisor has set the door of a queue; null where its calendar says. */
  public @Nullable Door door(QueueId id) {
    return set.door(id);
  }

  /** Whether the agent is rung to whom a supervisor wants a caller to go: then no other is. */
  boolean isPulled(EntryId entry) {
    return set.isPulled(entry);
  }

  /** All doors that supervisors have set. */
  public Collection<Door> doors() {
    return set.doors();
  }

  /** The entry of a call that waits or talks, or null. */
  public @Nullable QueueEntry entryOf(CallId call) {
    for (QueueEntry entry : entries.values()) {
      if (entry.call().equals(call)) {
        return entry;
      }
    }
    return null;
  }

  /** The entry, or null once it is over. */
  public @Nullable QueueEntry entry(EntryId id) {
    return entries.get(id);
  }

  /** All live entries, oldest first. */
  public Collection<QueueEntry> entries() {
    return entries.values();
  }

  /** The entry of a caller's leg, or null where they do not wait or talk. */
  public @Nullable QueueEntry entryOf(LegId leg) {
    EntryId id = entriesByLeg.get(leg);
    return id == null ? null : entries.get(id);
  }

  /** The entry for which an offer was made, or null. */
  public @Nullable QueueEntry entryOf(OfferId offer) {
    EntryId id = entriesByOffer.get(offer);
    return id == null ? null : entries.get(id);
  }

  /** The kept place, or null where there is none of that name. */
  public @Nullable KeptPlace place(EntryId id) {
    return places.get(id);
  }

  /** The kept place for which an offer was made, or null. */
  @Nullable KeptPlace placeOf(OfferId offer) {
    for (KeptPlace place : places.values()) {
      if (offer.equals(place.offer())) {
        return place;
      }
    }
    return null;
  }

  /** The lines before the agents. */
  Lines lines() {
    return lines;
  }

  /** What is to be expected of each queue. */
  public WaitOutlook outlook() {
    return outlook;
  }

  /** Whether it is told already that somebody waits for agents whom another queue keeps. */
  boolean isHeldBack(EntryId entry) {
    return heldBack.contains(entry);
  }

  /** Whether an agent hears what the queue whispers, before they hear this caller. */
  public boolean isWhispering(EntryId entry) {
    return heard.isWhispering(entry);
  }

  @Nullable QueueEntry whisperedTo(PlaybackId playback) {
    EntryId id = heard.whisperedTo(playback);
    return id == null ? null : entries.get(id);
  }

  /** What those who wait have been told. */
  HeardBooks heard() {
    return heard;
  }

  /** Who serves the queues. */
  StaffBooks staff() {
    return staff;
  }

  /** The queues that an agent serves, in the order of the configuration. */
  public List<QueueId> queuesOf(AgentId agent) {
    return staff.queuesOf(agent);
  }

  /** The number that was dialled, in whichever spelling, or null; its own spelling comes first. */
  public @Nullable InboundNumber number(String dialled) {
    InboundNumber exact = numbers.get(dialled);
    return exact == null ? numbers.get(spellings.getOrDefault(dialled, "")) : exact;
  }

  /** How many wait in a queue for whom nobody is rung. */
  public int unservedIn(QueueId id) {
    int unserved = 0;
    for (QueueEntry entry : lines.waitingIn(id)) {
      unserved += entry.state() == EntryState.WAITING ? 1 : 0;
    }
    return unserved;
  }

  /** Whether a calendar is open at an instant, epoch microseconds; one that is not there is not. */
  public boolean isOpen(CalendarId id, long atMicros) {
    Calendar calendar = calendars.get(id);
    return calendar != null && calendar.isOpen(atMicros);
  }

  /** Whether the configuration has a calendar of that name. */
  public boolean hasCalendar(CalendarId id) {
    return calendars.containsKey(id);
  }

  /** Whether an entry has waited as long as its queue allows. */
  boolean isOverdue(QueueEntry entry, long nowMicros) {
    return sentOn.isOverdue(entry, queues.get(entry.queue()), nowMicros);
  }

  /** Whether an agent who did not answer is left in peace still. */
  public boolean isResting(AgentId agent, long nowMicros) {
    Rest rest = resting.get(agent);
    return rest != null && rest.untilMicros() > nowMicros;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    changes++;
    if (fact instanceof AgentFact.Configured) {
      edition++;
    }
    if (fact instanceof AgentFact.SignedIn in) {
      staff.cameIn(in.agent());
    }
    if (fact instanceof AgentFact.Removed removed) {
      edition++;
      resting.remove(removed.agent());
      staff.removed(removed.agent());
    }
    if (fact instanceof CallFact.LegEnded ended && ended.source() == EndSource.NOT_SEEN) {
      leftUnseen(ended.leg(), envelope.recordedAtMicros());
    }
    if (fact instanceof CallFact.EndWitnessed witnessed) {
      unseenLeaves.computeIfPresent(
          witnessed.leg(),
          (leg, left) -> envelope.occurredAtMicros() <= left.bookedAtMicros() ? left : null);
    }
    if (fact instanceof CallFact.PromptEnded ended) {
      heard.ended(entryOf(ended.leg()), envelope.recordedAtMicros());
    }
    outlook.apply(fact, envelope);
    sentOn.apply(fact);
    if (fact instanceof QueueFact ours) {
      applyQueue(ours, envelope);
    }
  }

  private void applyQueue(QueueFact fact, Envelope envelope) {
    set.apply(fact);
    switch (fact) {
      case QueueFact.QueueConfigured f -> put(f.queue());
      case QueueFact.QueueRemoved f -> removed(f.queue());
      case QueueFact.NumberConfigured f -> put(f.number());
      case QueueFact.NumberRemoved f -> {
        numbers.remove(f.number());
        indexSpellings();
      }
      case QueueFact.CalendarConfigured f -> calendars.put(f.calendar().id(), f.calendar());
      case QueueFact.CalendarRemoved f -> calendars.remove(f.calendar());
      case QueueFact.EntryJoined f -> joined(f, envelope);
      case QueueFact.EntryPrioritised f ->
          change(f.entry(), entry -> entry.prioritised(f.priority()));
      case QueueFact.EntryHeldBack f -> heldBack.add(f.entry());
      case QueueFact.EntryOffered f -> {
        entriesByOffer.put(f.offer(), f.entry());
        offered(f);
      }
      case QueueFact.EntryUnoffered f -> {
        heard.whispersNoMore(f.entry(), f.offer());
        entriesByOffer.remove(f.offer());
        change(f.entry(), entry -> unoffered(entry.without(f.offer()), f));
      }
      case QueueFact.EntryConnected f -> {
        heard.whispersNoMore(f.entry(), null);
        change(
            f.entry(),
            entry -> next(entry, f).wonBy(f.offer()).answeredAt(envelope.recordedAtMicros()));
      }
      case QueueFact.EntryReturned f -> {
        entriesByOffer.remove(f.offer());
        change(f.entry(), entry -> next(entry.without(f.offer()), f).answeredAt(0));
      }
      case QueueFact.EntryCompleted f -> {
        over(f.entry(), f);
        if (queues.containsKey(f.queue())) {
          staff.served(f.queue(), f.agent(), envelope.occurredAtMicros());
        }
      }
      case QueueFact.EntryAbandoned f -> over(f.entry(), f);
      case QueueFact.EntryOverflowed f -> over(f.entry(), f);
      case QueueFact.PlaceKept f -> put(f.place());
      case QueueFact.PlaceOffered f -> offered(f);
      case QueueFact.PlaceUnoffered f -> unoffered(f);
      case QueueFact.PlaceLeft f -> left(f.place());
      case QueueFact.EntryEndWitnessed f -> unseenLeaves.remove(f.leg());
      case QueueFact.CallerTold f -> heard.told(f, envelope.recordedAtMicros());
      case QueueFact.PeriodicSaid f -> heard.turn(f.entry(), envelope.recordedAtMicros());
      case QueueFact.WhisperStarted f ->
          heard.whispers(new HeardBooks.Whisper(f.entry(), f.offer(), f.playback()));
      case QueueFact.WaitJudged f -> heard.judged(f.entry());
      case QueueFact.AgentRested f -> resting.put(f.agent(), new Rest(f.agent(), f.untilMicros()));
      default -> {}
    }
  }

  private void joined(QueueFact.EntryJoined f, Envelope envelope) {
    put(
        new QueueEntry(
            f.entry(),
            f.queue(),
            f.call(),
            f.leg(),
            f.node(),
            EntryState.WAITING,
            envelope.occurredAtMicros(),
            List.of(),
            envelope.recordedAtMicros(),
            f.priority(),
            f.creditMillis(),
            f.wanted(),
            null,
            0,
            f.language(),
            0));
  }

  private void removed(QueueId queue) {
    queues.remove(queue);
    staff.removed(queue);
    indexAgents();
  }

  private void offered(QueueFact.PlaceOffered f) {
    KeptPlace place = places.get(f.place());
    if (place != null) {
      put(place.offered(f.offer()));
      staff.rung(place.queue(), f.agent());
    }
  }

  private void unoffered(QueueFact.PlaceUnoffered f) {
    KeptPlace place = places.get(f.place());
    if (place != null) {
      put(place.back());
    }
  }

  private void offered(QueueFact.EntryOffered f) {
    QueueEntry entry = entries.get(f.entry());
    if (entry != null) {
      put(next(entry, f).with(f.offer(), f.agent()));
      staff.rung(entry.queue(), f.agent());
    }
  }

  private void leftUnseen(LegId leg, long bookedAtMicros) {
    QueueEntry entry = entryOf(leg);
    if (entry == null) {
      return;
    }
    boolean talked = entry.state() == EntryState.CONNECTED;
    unseenLeaves.put(
        leg,
        new UnseenLeave(
            leg, entry.id(), talked ? entry.offers().getFirst() : null, bookedAtMicros));
    if (unseenLeaves.size() > MAX_UNSEEN) {
      unseenLeaves.remove(unseenLeaves.keySet().iterator().next());
    }
  }

  private void put(Queue queue) {
    queues.put(queue.id(), queue);
    indexAgents();
  }

  private void put(InboundNumber number) {
    numbers.put(number.number(), number);
    indexSpellings();
  }

  private void indexSpellings() {
    spellings.clear();
    for (InboundNumber number : numbers.values()) {
      number.spellings().forEach(spelling -> spellings.putIfAbsent(spelling, number.number()));
    }
  }

  private void indexAgents() {
    edition++;
    staff.index(queues.values());
  }

  private void put(QueueEntry entry) {
    lines.changed(entries.put(entry.id(), entry), entry);
    entriesByLeg.put(entry.leg(), entry.id());
  }

  /** Only a place for which nobody is rung stands in the line. */
  private void put(KeptPlace place) {
    left(place.id());
    places.put(place.id(), place);
    if (place.offer() == null) {
      lines.changed(null, QueueEntry.kept(place));
    }
  }

  private void left(EntryId id) {
    KeptPlace before = places.remove(id);
    if (before != null && before.offer() == null) {
      lines.changed(QueueEntry.kept(before), null);
    }
  }

  private static QueueEntry unoffered(QueueEntry entry, QueueFact fact) {
    boolean isLast = entry.offers().isEmpty() && entry.state() == EntryState.OFFERED;
    return isLast ? next(entry, fact) : entry;
  }

  private static QueueEntry next(QueueEntry entry, QueueFact fact) {
    return entry.to(EntryLifecycle.TABLE.next(entry.state(), fact));
  }

  private void change(EntryId id, UnaryOperator<QueueEntry> change) {
    QueueEntry entry = entries.get(id);
    if (entry != null) {
      put(change.apply(entry));
    }
  }

  private void over(EntryId id, QueueFact fact) {
    QueueEntry entry = entries.remove(id);
    heard.over(id);
    heldBack.remove(id);
    if (entry != null) {
      next(entry, fact);
      lines.changed(entry, null);
      entriesByLeg.remove(entry.leg());
      entry.offers().forEach(entriesByOffer::remove);
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    queues.values().forEach(out);
    numbers.values().forEach(out);
    calendars.values().forEach(out);
    entries.values().forEach(out);
    places.values().forEach(out);
    resting.values().forEach(out);
    unseenLeaves.values().forEach(out);
    heldBack.forEach(entry -> out.accept(new HeldBack(entry)));
    heard.snapshot(out);
    outlook.snapshot(out);
    set.snapshot(out);
    sentOn.snapshot(out);
    staff.snapshot(out);
  }

  @Override
  public void restore(Record entity) {
    changes++;
    outlook.restore(entity);
    set.restore(entity);
    sentOn.restore(entity);
    switch (entity) {
      case AgentProfile it -> edition++;
      case Queue it -> put(it);
      case InboundNumber it -> put(it);
      case Calendar it -> calendars.put(it.id(), it);
      case QueueEntry it -> {
        put(it);
        it.offers().forEach(offer -> entriesByOffer.put(offer, it.id()));
      }
      case Heard it -> heard.restore(it);
      case HeardBooks.Whisper it -> heard.whispers(it);
      case KeptPlace it -> put(it);
      case HeldBack it -> heldBack.add(it.entry());
      case Rest it -> resting.put(it.agent(), it);
      case SeatUse it -> staff.restore(it);
      case SeatUse.Last it -> staff.rung(it.queue(), it.agent());
      case UnseenLeave it -> unseenLeaves.put(it.leg(), it);
      default -> {}
    }
  }
}
