// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.Bridge;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegRole;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.QueueEntry;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.talk.Talk;
import org.ringmaster.core.talk.TalkBooks;
import org.ringmaster.core.talk.TalkState;

/** Finds out who talks in a call now, from who is in its bridge. */
final class Scenes {

  private final RecordingBooks books;
  private final CallControl calls;
  private final Roster roster;
  private final Acd acd;
  private final TalkBooks talks;

  Scenes(RecordingBooks books, CallControl calls, Roster roster, Acd acd, TalkBooks talks) {
    this.books = books;
    this.calls = calls;
    this.roster = roster;
    this.acd = acd;
    this.talks = talks;
  }

  /** The legs that hear each other in a call's talk and are meant to. */
  List<Leg> talking(CallId call) {
    Bridge bridge = calls.books().talkBridge(call);
    if (bridge == null) {
      return List.of();
    }
    List<Leg> talking = new ArrayList<>();
    for (LegId id : calls.books().legsIn(bridge.id())) {
      Leg leg = calls.books().leg(id);
      boolean isThere =
          leg != null
              && bridge.id().equals(leg.bridge())
              && bridge.id().equals(leg.wantedBridge())
              && !leg.hangUpAsked();
      if (isThere && leg != null) {
        talking.add(leg);
      }
    }
    return talking;
  }

  /**
   * Who talks in a call now; null where nobody does, or nobody of ours: what others talk about with
   * each other is not ours to record.
   */
  @Nullable Scene of(CallId call) {
    List<Leg> legs = talking(call);
    if (legs.size() < 2) {
      return null;
    }
    Offer offer = null;
    boolean isSupervised = false;
    for (Leg leg : legs) {
      Offer part = roster.books().offerOf(leg.id());
      offer = offer == null ? part : offer;
      isSupervised |= leg.role() == LegRole.SUPERVISOR;
    }
    if (offer == null) {
      return isSupervised ? new Scene(SceneKind.TAKEN_OVER, null, lastQueue(call)) : null;
    }
    Talk talk = talks.talk(call);
    AgentId agent = talk == null || talk.agent() == null ? offer.agent() : talk.agent();
    return new Scene(kind(talk), agent, queue(call, talk, offer));
  }

  private static SceneKind kind(@Nullable Talk talk) {
    TalkState state = talk == null ? TalkState.TALKING : talk.state();
    return switch (state) {
      case CONSULTING -> SceneKind.CONSULT;
      case TOGETHER -> SceneKind.CONFERENCE;
      default -> SceneKind.TALK;
    };
  }

  private @Nullable QueueId queue(CallId call, @Nullable Talk talk, Offer offer) {
    if (talk != null) {
      return talk.origin().queue();
    }
    QueueEntry entry = acd.books().entryOf(offer.id());
    return entry == null ? lastQueue(call) : entry.queue();
  }

  private @Nullable QueueId lastQueue(CallId call) {
    CallRecording one = books.of(call);
    return one == null ? null : one.queue();
  }

  /** Whether digits are being gathered in a call that are nobody's business. */
  boolean isSecret(CallId call) {
    for (LegId leg : calls.books().legsOf(call)) {
      if (calls.books().isSecret(leg)) {
        return true;
      }
    }
    return false;
  }

  /** Why a part that is under way ends, where nobody talks as they did. */
  PartEnd whyEnds(CallRecording one, @Nullable Scene now) {
    switch (one.state()) {
      case PAUSED -> {
        return PartEnd.PAUSED;
      }
      case SECURED -> {
        return PartEnd.CARD_DIGITS;
      }
      case STOPPED -> {
        return PartEnd.STOPPED;
      }
      default -> {}
    }
    if (now != null) {
      return whyChanged(one, now);
    }
    Talk talk = talks.talk(one.call());
    TalkState state = talk == null ? TalkState.OVER : talk.state();
    return switch (state) {
      case HELD -> PartEnd.HELD;
      case ASKING, CONSULTING, SWAPPED -> PartEnd.CONSULT;
      case TOGETHER -> PartEnd.CONFERENCE;
      case HANDED, PASSED -> PartEnd.HANDED_ON;
      case PARKED -> PartEnd.PARKED;
      case TALKING ->
          talk != null && talk.agent() != null && !talk.agent().equals(one.agent())
              ? PartEnd.HANDED_ON
              : PartEnd.TALK_ENDED;
      case DIALLING, OVER -> PartEnd.TALK_ENDED;
    };
  }

  private static PartEnd whyChanged(CallRecording one, Scene now) {
    if (now.kind() == SceneKind.TAKEN_OVER) {
      return PartEnd.TAKEN_OVER;
    }
    if (now.kind() == SceneKind.CONFERENCE || one.scene() == SceneKind.CONFERENCE) {
      return PartEnd.CONFERENCE;
    }
    if (now.kind() == SceneKind.CONSULT || one.scene() == SceneKind.CONSULT) {
      return PartEnd.CONSULT;
    }
    boolean isSame = now.equals(one.lastScene());
    return isSame ? PartEnd.NOT_RECORDED : PartEnd.HANDED_ON;
  }

  /** Why a part begins. */
  static PartBegin whyBegins(CallRecording one, Scene now) {
    PartEnd before = one.lastEnd();
    if (before == null) {
      return one.asked() ? PartBegin.ASKED : PartBegin.TALK;
    }
    return switch (before) {
      case PAUSED -> PartBegin.RESUMED;
      case CARD_DIGITS -> PartBegin.CARD_DIGITS_TAKEN;
      case STOPPED, NOT_RECORDED -> one.asked() ? PartBegin.ASKED : PartBegin.TALK;
      case FAILED -> PartBegin.AFTER_FAILURE;
      case LOST -> PartBegin.AFTER_LOSS;
      default -> whyBegins(one, before, now);
    };
  }

  private static PartBegin whyBegins(CallRecording one, PartEnd before, Scene now) {
    return switch (now.kind()) {
      case CONSULT -> PartBegin.CONSULT;
      case CONFERENCE -> PartBegin.CONFERENCE;
      case TAKEN_OVER -> PartBegin.TAKEN_OVER;
      case TALK -> {
        boolean isSame = now.agent() != null && now.agent().equals(one.agent());
        boolean isNew = before == PartEnd.TALK_ENDED;
        yield isNew ? PartBegin.TALK : isSame ? PartBegin.TAKEN_BACK : PartBegin.HANDED_ON;
      }
    };
  }
}
