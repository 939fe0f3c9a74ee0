// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.ringmaster.core.codec.CodecRegistry;

/**
 * The stable short names of this package's records in journals and snapshots. Names never change.
 */
public final class CallCodec {

  private CallCodec() {}

  /** All names of this package. */
  public static CodecRegistry registry() {
    return state(inputs(facts(CodecRegistry.builder()))).build();
  }

  private static CodecRegistry.Builder facts(CodecRegistry.Builder names) {
    return names
        .add("fact.call.call-started", CallFact.CallStarted.class)
        .add("fact.call.call-ended", CallFact.CallEnded.class)
        .add("fact.call.leg-arrived", CallFact.LegArrived.class)
        .add("fact.call.leg-requested", CallFact.LegRequested.class)
        .add("fact.call.leg-rang", CallFact.LegRang.class)
        .add("fact.call.leg-answered", CallFact.LegAnswered.class)
        .add("fact.call.leg-entered", CallFact.LegEntered.class)
        .add("fact.call.answer-asked", CallFact.AnswerAsked.class)
        .add("fact.call.hang-up-asked", CallFact.HangUpAsked.class)
        .add("fact.call.leg-ended", CallFact.LegEnded.class)
        .add("fact.call.end-witnessed", CallFact.EndWitnessed.class)
        .add("fact.call.leg-held", CallFact.LegHeld.class)
        .add("fact.call.leg-lent", CallFact.LegLent.class)
        .add("fact.call.leg-kept", CallFact.LegKept.class)
        .add("fact.call.bridge-opened", CallFact.BridgeOpened.class)
        .add("fact.call.bridge-closed", CallFact.BridgeClosed.class)
        .add("fact.call.bridge-wanted", CallFact.BridgeWanted.class)
        .add("fact.call.leg-joined", CallFact.LegJoined.class)
        .add("fact.call.leg-left", CallFact.LegLeft.class)
        .add("fact.call.prompt-started", CallFact.PromptStarted.class)
        .add("fact.call.prompt-ended", CallFact.PromptEnded.class)
        .add("fact.call.gather-started", CallFact.GatherStarted.class)
        .add("fact.call.digit-heard", CallFact.DigitHeard.class)
        .add("fact.call.digits-gathered", CallFact.DigitsGathered.class)
        .add("fact.call.recording-started", CallFact.RecordingStarted.class)
        .add("fact.call.recording-ended", CallFact.RecordingEnded.class)
        .add("fact.call.trunk-configured", CallFact.TrunkConfigured.class)
        .add("fact.call.trunk-removed", CallFact.TrunkRemoved.class)
        .add("fact.call.telephone-configured", CallFact.TelephoneConfigured.class)
        .add("fact.call.telephone-removed", CallFact.TelephoneRemoved.class)
        .add("fact.call.intake-changed", CallFact.IntakeChanged.class)
        .add("fact.call.node-connected", CallFact.NodeConnected.class)
        .add("fact.call.node-reconciled", CallFact.NodeReconciled.class)
        .add("fact.call.node-lost", CallFact.NodeLost.class)
        .add("fact.call.node-fenced", CallFact.NodeFenced.class)
        .add("fact.call.command-failed", CallFact.CommandFailed.class)
        .add("fact.call.forward-paced", CallFact.ForwardPaced.class)
        .add("fact.call.forward-failed", CallFact.ForwardFailed.class)
        .add("fact.call.listing-wanted", CallFact.ListingWanted.class)
        .add("fact.call.leg-made", CallFact.LegMade.class)
        .add("fact.call.telephone-seen", CallFact.TelephoneSeen.class)
        .add("fact.call.telephone-engaged", CallFact.TelephoneEngaged.class)
        .add("fact.call.telephone-released", CallFact.TelephoneReleased.class)
        .add("fact.call.trunk-seen", CallFact.TrunkSeen.class)
        .add("fact.call.call-end-witnessed", CallFact.CallEndWitnessed.class)
        .add("fact.call.prompt-cut", CallFact.PromptCut.class)
        .add("fact.call.key-pressed", CallFact.KeyPressed.class)
        .add("fact.call.legs-paired", CallFact.LegsPaired.class)
        .add("fact.call.recording-stop-asked", CallFact.RecordingStopAsked.class)
        .add("fact.call.leg-recording-started", CallFact.LegRecordingStarted.class);
  }

  private static CodecRegistry.Builder inputs(CodecRegistry.Builder names) {
    return names
        .add("input.call.leg-arrived", CallInput.LegArrived.class)
        .add("input.call.leg-entered", CallInput.LegEntered.class)
        .add("input.call.leg-rang", CallInput.LegRang.class)
        .add("input.call.leg-up", CallInput.LegUp.class)
        .add("input.call.leg-gone", CallInput.LegGone.class)
        .add("input.call.leg-joined", CallInput.LegJoined.class)
        .add("input.call.leg-left", CallInput.LegLeft.class)
        .add("input.call.leg-held", CallInput.LegHeld.class)
        .add("input.call.digit-pressed", CallInput.DigitPressed.class)
        .add("input.call.playback-ended", CallInput.PlaybackEnded.class)
        .add("input.call.recording-ended", CallInput.RecordingEnded.class)
        .add("input.call.bridge-gone", CallInput.BridgeGone.class)
        .add("input.call.command-failed", CallInput.CommandFailed.class)
        .add("input.call.end-witnessed", CallInput.EndWitnessed.class)
        .add("input.call.gather-timed-out", CallInput.GatherTimedOut.class)
        .add("input.call.forward-due", CallInput.ForwardDue.class)
        .add("input.call.trunks-read", CallInput.TrunksRead.class)
        .add("input.call.telephones-read", CallInput.TelephonesRead.class)
        .add("input.call.intake-changed", CallInput.IntakeChanged.class)
        .add("input.call.listing-due", CallInput.ListingDue.class)
        .add("input.call.node-connected", CallInput.NodeConnected.class)
        .add("input.call.node-lost", CallInput.NodeLost.class)
        .add("input.call.node-fenced", CallInput.NodeFenced.class)
        .add("input.call.node-listed", CallInput.NodeListed.class)
        .add("input.call.leg-made", CallInput.LegMade.class)
        .add("input.call.beat-due", CallInput.BeatDue.class)
        .add("input.call.endpoint-told", CallInput.EndpointTold.class)
        .add("input.call.registration-told", CallInput.RegistrationTold.class)
        .add("input.call.endpoints-unseen", CallInput.EndpointsUnseen.class)
        .add("input.call.recording-stop-due", CallInput.RecordingStopDue.class)
        .add("input.call.recording-due", CallInput.RecordingDue.class)
        .add("input.call.hand-on-asked", CallInput.HandOnAsked.class)
        .add("input.call.music-due", CallInput.MusicDue.class)
        .add("input.call.room-due", CallInput.RoomDue.class)
        .add("input.call.leg-screened", CallInput.LegScreened.class)
        .add("input.call.greeting-ended", CallInput.GreetingEnded.class)
        .add("input.call.talk-heard", CallInput.TalkHeard.class);
  }

  private static CodecRegistry.Builder state(CodecRegistry.Builder names) {
    return names
        .add("state.call.intake-saved", CallBooks.IntakeSaved.class)
        .add("state.call.node-state", NodeState.class)
        .add("state.call.trunk", Trunk.class)
        .add("state.call.telephone", Telephone.class)
        .add("state.call.call", Call.class)
        .add("state.call.leg", Leg.class)
        .add("state.call.bridge", Bridge.class)
        .add("state.call.gathering", Gathering.class)
        .add("state.call.playing", Playing.class)
        .add("state.call.recording", Recording.class)
        .add("state.call.leg-recording", LegRecording.class)
        .add("state.call.unseen-end", UnseenEnd.class)
        .add("state.call.ended-leg", EndedLeg.class)
        .add("state.call.paced-forward", PacedForward.class)
        .add("state.call.trunk-usage", TrunkUsage.Usage.class)
        .add("state.call.trunk-held", TrunkUsage.Held.class)
        .add("state.call.trunk-sight", TrunkSight.class)
        .add("state.call.telephone-sight", TelephoneSight.class);
  }
}
