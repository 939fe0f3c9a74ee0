// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.kernel.Personal;

/** What is said to legs and heard from them: prompts, digits, recordings. */
final class SoundBooks implements Fold {

  final Map<LegId, Gathering> gatherings = new LinkedHashMap<>();
  final Map<PlaybackId, Playing> playings = new LinkedHashMap<>();
  final Map<RecordingId, Recording> recordings = new LinkedHashMap<>();
  final Map<RecordingId, LegRecording> legRecordings = new LinkedHashMap<>();
  private final CallIndex index;

  SoundBooks(CallIndex index) {
    this.index = index;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case CallFact.PromptStarted f ->
          put(
              new Playing(
                  f.playback(), f.leg(), f.thenHangUp(), f.prompts(), false, f.language(), false));
      case CallFact.PromptCut f ->
          playings.computeIfPresent(f.playback(), (id, playing) -> playing.stopped());
      case CallFact.PromptEnded f -> over(f.playback());
      case CallFact.GatherStarted f ->
          gatherings.put(
              f.leg(), new Gathering(f.leg(), f.gather(), envelope.sequence(), new Personal("")));
      case CallFact.DigitHeard f ->
          gatherings.computeIfPresent(f.leg(), (leg, gathering) -> gathering.with(f.digit()));
      case CallFact.DigitsGathered f -> gatherings.remove(f.leg());
      case CallFact.RecordingStarted f ->
          recordings.put(
              f.recording(), new Recording(f.recording(), f.node(), f.bridge(), f.call(), false));
      case CallFact.RecordingStopAsked f ->
          recordings.computeIfPresent(f.recording(), (id, recording) -> recording.stopping());
      case CallFact.LegRecordingStarted f ->
          legRecordings.put(
              f.recording(), new LegRecording(f.recording(), f.node(), f.leg(), f.call()));
      case CallFact.RecordingEnded f -> {
        recordings.remove(f.recording());
        legRecordings.remove(f.recording());
      }
      case CallFact.CommandFailed f -> {
        if (f.leg() != null && f.what().equals("Play")) {
          index
              .playingsTo(f.leg())
              .forEach(id -> playings.computeIfPresent(id, (key, it) -> it.doubted()));
        }
      }
      case CallFact.LegEnded f -> {
        gatherings.remove(f.leg());
        if (index.isPlayedTo(f.leg())) {
          index.playingsTo(f.leg()).forEach(this::over);
        }
      }
      default -> {}
    }
  }

  private void put(Playing playing) {
    playings.put(playing.id(), playing);
    index.plays(playing);
  }

  private void over(PlaybackId id) {
    Playing playing = playings.remove(id);
    if (playing != null) {
      index.playedOut(playing);
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    gatherings.values().forEach(out);
    playings.values().forEach(out);
    recordings.values().forEach(out);
    legRecordings.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case Gathering it -> gatherings.put(it.leg(), it);
      case Playing it -> put(it);
      case Recording it -> recordings.put(it.id(), it);
      case LegRecording it -> legRecordings.put(it.id(), it);
      default -> {}
    }
  }
}
