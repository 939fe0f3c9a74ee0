// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.PlaybackId;

/** What each of those who wait has been told. A part of {@link QueueBooks}. */
final class HeardBooks {

  /** What an agent hears before a caller does hear them; also its line in a snapshot. */
  record Whisper(EntryId entry, OfferId offer, PlaybackId playback) {}

  private final Map<EntryId, Whisper> whispers = new LinkedHashMap<>();
  private final Map<PlaybackId, EntryId> byPlayback = new LinkedHashMap<>();
  private final Map<EntryId, Heard> heard = new LinkedHashMap<>();

  Heard of(EntryId entry) {
    Heard found = heard.get(entry);
    return found == null ? Heard.nothing(entry) : found;
  }

  void told(QueueFact.CallerTold fact, long atMicros) {
    heard.put(fact.entry(), of(fact.entry()).told(fact, atMicros));
  }

  void turn(EntryId entry, long atMicros) {
    heard.put(entry, of(entry).turn(atMicros));
  }

  /** Something that was said to them is over. */
  void ended(@Nullable QueueEntry entry, long atMicros) {
    if (entry != null && heard.containsKey(entry.id())) {
      heard.put(entry.id(), Objects.requireNonNull(heard.get(entry.id())).ended(atMicros));
    }
  }

  void judged(EntryId entry) {
    heard.computeIfPresent(entry, (id, it) -> it.judged());
  }

  boolean isWhispering(EntryId entry) {
    return whispers.containsKey(entry);
  }

  /** What an agent hears before they hear this caller; null for nothing. */
  @Nullable PlaybackId whisperOf(EntryId entry) {
    Whisper whisper = whispers.get(entry);
    return whisper == null ? null : whisper.playback();
  }

  @Nullable EntryId whisperedTo(PlaybackId playback) {
    return byPlayback.get(playback);
  }

  void whispers(Whisper whisper) {
    whispers.put(whisper.entry(), whisper);
    byPlayback.put(whisper.playback(), whisper.entry());
  }

  /** An offer is over, or the two are joined (null: whichever offer it was). */
  void whispersNoMore(EntryId entry, @Nullable OfferId offer) {
    Whisper whisper = whispers.get(entry);
    if (whisper != null && (offer == null || whisper.offer().equals(offer))) {
      whispers.remove(entry);
      byPlayback.remove(whisper.playback());
    }
  }

  void over(EntryId entry) {
    heard.remove(entry);
    whispersNoMore(entry, null);
  }

  void snapshot(Consumer<Record> out) {
    heard.values().forEach(out);
    whispers.values().forEach(out);
  }

  void restore(Heard one) {
    heard.put(one.entry(), one);
  }
}
