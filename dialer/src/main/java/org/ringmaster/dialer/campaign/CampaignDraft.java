// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.recording.RecordingPolicy;
import org.ringmaster.dialer.callerid.CallerIdPool;

/** A plan while parts of it are changed. Owned by whoever changes it. */
final class CampaignDraft {
  private final CampaignId id;
  private final QueueId queue;
  private final TrunkId trunk;
  CampaignMode mode;
  double ratio;
  double abandonPercent;
  private final int smallTeam;
  int maxLines;
  long ringMillis;
  private final long leastRingMillis;
  private final long holdMillis;
  private final @Nullable Personal shown;
  private final String prefix;
  Calendar hours;
  int tries;
  int numberTries;
  long lockMillis;
  List<Recycling> recycling;
  List<Prompt> dropPrompts;
  boolean queueOverflow;
  @Nullable CallerIdPool callerIds;
  @Nullable ScreeningPlan screening;
  @Nullable PreviewRules preview;
  @Nullable MessageRules message;
  boolean hearsGreeting;
  @Nullable String dropOptOutKey;
  @Nullable String dropGroup;
  List<String> laws;
  boolean triesByPerson;
  long machineRestMillis;
  boolean holdsFromAnswer;
  @Nullable RecordingPolicy recording;
  @Nullable CampaignBounds bounds;

  /** Begins with what a plan says. */
  CampaignDraft(CampaignPlan plan) {
    id = plan.id();
    queue = plan.queue();
    trunk = plan.trunk();
    mode = plan.mode();
    ratio = plan.ratio();
    abandonPercent = plan.abandonPercent();
    smallTeam = plan.smallTeam();
    maxLines = plan.maxLines();
    ringMillis = plan.ringMillis();
    leastRingMillis = plan.leastRingMillis();
    holdMillis = plan.holdMillis();
    shown = plan.shown();
    prefix = plan.prefix();
    hours = plan.hours();
    tries = plan.tries();
    numberTries = plan.numberTries();
    lockMillis = plan.lockMillis();
    recycling = plan.recycling();
    dropPrompts = plan.dropPrompts();
    queueOverflow = plan.queueOverflow();
    callerIds = plan.callerIds();
    screening = plan.screening();
    preview = plan.preview();
    message = plan.message();
    hearsGreeting = plan.hearsGreeting();
    dropOptOutKey = plan.dropOptOutKey();
    dropGroup = plan.dropGroup();
    laws = plan.laws();
    triesByPerson = plan.triesByPerson();
    machineRestMillis = plan.machineRestMillis();
    holdsFromAnswer = plan.holdsFromAnswer();
    recording = plan.recording();
    bounds = plan.bounds();
  }

  CampaignPlan done() {
    return new CampaignPlan(
        id,
        queue,
        trunk,
        mode,
        ratio,
        abandonPercent,
        smallTeam,
        maxLines,
        ringMillis,
        leastRingMillis,
        holdMillis,
        shown,
        prefix,
        hours,
        tries,
        numberTries,
        lockMillis,
        recycling,
        dropPrompts,
        queueOverflow,
        callerIds,
        screening,
        preview,
        message,
        hearsGreeting,
        dropOptOutKey,
        dropGroup,
        laws,
        triesByPerson,
        machineRestMillis,
        holdsFromAnswer,
        recording,
        bounds);
  }
}
