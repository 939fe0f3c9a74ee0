// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.simulation.asterisk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.kernel.Personal;

/** A leg as it truly is on its node. Others may read it; only its Asterisk changes it. */
public final class SimulatedLeg {

  final LegId id;
  final String endpoint;
  final String entry;
  final String dialled;
  final @Nullable Personal callerNumber;
  final Party party;
  final boolean outgoing;
  final long madeAtMicros;
  final Deque<PlaybackId> playing = new ArrayDeque<>();
  final List<Runnable> waitingForSilence = new ArrayList<>();
  final List<SimulatedLeg> snoops = new ArrayList<>(0);
  LegState state;

  /** When it was answered, epoch microseconds; 0 before. */
  long upMicros;

  boolean ours;
  boolean subscribed;
  boolean held;
  boolean recorded;
  @Nullable Room room;

  /** The leg that is overheard by this one, with which it ends; null for a party's own leg. */
  @Nullable SimulatedLeg overheard;

  /** What a detector hears of it, from when somebody listened first. */
  @Nullable Greeting greeting;

  long greetsSinceMicros;

  /** What it heard when it listened last, as it says when it is listed. */
  String heard = "";

  String heardWhat = "";

  /** Whether it is told when its party talks. */
  boolean talkIsHeard;

  /** How often somebody began or ended to be told of it. */
  int listenings;

  SimulatedLeg(
      LegId id,
      String endpoint,
      String entry,
      String dialled,
      @Nullable Personal callerNumber,
      Party party,
      boolean outgoing,
      long madeAtMicros) {
    this.id = id;
    this.endpoint = endpoint;
    this.entry = entry;
    this.dialled = dialled;
    this.callerNumber = callerNumber;
    this.party = party;
    this.outgoing = outgoing;
    this.madeAtMicros = madeAtMicros;
    this.state = outgoing ? LegState.REQUESTED : LegState.ARRIVED;
  }

  /** Its id. */
  public LegId id() {
    return id;
  }

  /** The endpoint at its far end; for a number that was dialled, the number. */
  public String endpoint() {
    return endpoint;
  }

  /** Whether Asterisk rang the far end, and not the far end Asterisk. */
  public boolean outgoing() {
    return outgoing;
  }

  /** What it is doing. */
  public LegState state() {
    return state;
  }

  /** Whether it only overhears another leg, and is nobody's connection. */
  public boolean isSnoop() {
    return overheard != null;
  }

  /** Whether it is under our application's control. */
  public boolean ours() {
    return ours;
  }

  /** Who is at its far end. */
  public Party party() {
    return party;
  }

  /** The room it is in, or null. */
  public @Nullable Room room() {
    return room;
  }

  /** Whether a prompt plays to it, or waits to. */
  public boolean isPlaying() {
    return !playing.isEmpty();
  }

  /** Whether it alone is being recorded. */
  public boolean isRecorded() {
    return recorded;
  }

  /** When it came into being, epoch microseconds. */
  public long madeAtMicros() {
    return madeAtMicros;
  }
}
