// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.ScreeningVerdict;

/**
 * Which attempts are being screened, and what was heard. Changed by facts only; owned by the thread
 * that folds.
 */
final class ScreeningBooks {

  private static final long MICROS_PER_MILLI = 1_000;

  private final Map<LegId, Screened> ofLegs = new LinkedHashMap<>();
  private final Map<LegId, LegId> snoops = new LinkedHashMap<>();
  private final Map<PlaybackId, LegId> messages = new LinkedHashMap<>();

  /** The screening of an attempt by the attempt's leg, or null. */
  @Nullable Screened of(LegId leg) {
    return ofLegs.get(leg);
  }

  /** The screening for which a leg listens, or null. */
  @Nullable Screened by(LegId snoop) {
    LegId leg = snoops.get(snoop);
    return leg == null ? null : ofLegs.get(leg);
  }

  /** The screening whose message a playing is, or null. */
  @Nullable Screened telling(PlaybackId playback) {
    LegId leg = messages.get(playback);
    return leg == null ? null : ofLegs.get(leg);
  }

  /** All that are not over; a copy. */
  List<Screened> all() {
    return List.copyOf(ofLegs.values());
  }

  /** Whether what answered is taken for a machine, and nobody was asked whether that is so. */
  boolean isMachine(LegId leg) {
    Screened one = ofLegs.get(leg);
    return one != null
        && one.verdict() == ScreeningVerdict.MACHINE
        && one.treatment() != MachineTreatment.AUDITED;
  }

  /**
   * From when the time runs in which an agent must be there: from the end of the greeting where it
   * is known, else from the answer, which is stricter.
   */
  long holdFromMicros(Attempt attempt) {
    Screened one = ofLegs.get(attempt.leg());
    long greeting = one == null ? 0 : StrictMath.max(0, one.greetingMillis());
    return attempt.answeredMicros() + greeting * MICROS_PER_MILLI;
  }

  void begun(CampaignFact.ScreeningBegun f) {
    put(Screened.begun(f));
  }

  void judged(CampaignFact.AttemptScreened f) {
    Screened one = Objects.requireNonNull(ofLegs.get(f.leg()));
    put(one.judged(f));
  }

  void telling(CampaignFact.MessageStarted f) {
    put(Objects.requireNonNull(ofLegs.get(f.leg())).telling(f.playback()));
  }

  void ended(LegId leg) {
    Screened one = ofLegs.remove(leg);
    if (one != null) {
      snoops.remove(one.snoop());
      if (one.message() != null) {
        messages.remove(one.message());
      }
    }
  }

  void put(Screened one) {
    ofLegs.put(one.leg(), one);
    snoops.put(one.snoop(), one.leg());
    if (one.message() != null) {
      messages.put(one.message(), one.leg());
    }
  }

  void snapshot(Consumer<Record> out) {
    ofLegs.values().forEach(out);
  }
}
