// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import org.ringmaster.core.codec.CodecRegistry;

/**
 * The stable short names of this package's records in journals and snapshots. Names never change.
 */
public final class AgentCodec {

  private AgentCodec() {}

  /** All names of this package. */
  public static CodecRegistry registry() {
    return CodecRegistry.builder()
        .add("fact.agent.configured", AgentFact.Configured.class)
        .add("fact.agent.removed", AgentFact.Removed.class)
        .add("fact.agent.signed-in", AgentFact.SignedIn.class)
        .add("fact.agent.telephone-connected", AgentFact.TelephoneConnected.class)
        .add("fact.agent.telephone-lost", AgentFact.TelephoneLost.class)
        .add("fact.agent.ready", AgentFact.Ready.class)
        .add("fact.agent.signed-out", AgentFact.SignedOut.class)
        .add("fact.agent.paused", AgentFact.Paused.class)
        .add("fact.agent.unpaused", AgentFact.Unpaused.class)
        .add("fact.agent.reconnecting", AgentFact.Reconnecting.class)
        .add("fact.agent.asked", AgentFact.Asked.class)
        .add("fact.agent.offer-made", AgentFact.OfferMade.class)
        .add("fact.agent.offer-accepted", AgentFact.OfferAccepted.class)
        .add("fact.agent.offer-ended", AgentFact.OfferEnded.class)
        .add("fact.agent.talk-ended", AgentFact.TalkEnded.class)
        .add("fact.agent.wrap-up-started", AgentFact.WrapUpStarted.class)
        .add("fact.agent.freed", AgentFact.Freed.class)
        .add("fact.agent.talk-began", AgentFact.TalkBegan.class)
        .add("fact.agent.telephone-freed", AgentFact.TelephoneFreed.class)
        .add("fact.agent.wrap-up-agreed", AgentFact.WrapUpAgreed.class)
        .add("fact.agent.pause-reasons-configured", PauseReasonsConfigured.class)
        .add("fact.agent.wrap-up-moved", AgentFact.WrapUpMoved.class)
        .add("fact.agent.disposition-owed", AgentFact.DispositionOwed.class)
        .add("fact.agent.disposition-settled", AgentFact.DispositionSettled.class)
        .add("fact.agent.pause-overrun", AgentFact.PauseOverrun.class)
        .add("fact.agent.speech-noted", AgentFact.SpeechNoted.class)
        .add("state.agent.listening", SpeechBooks.Listening.class)
        .add("input.agent.extend-wrap-up", AgentInput.ExtendWrapUp.class)
        .add("input.agent.pause-limit-due", AgentInput.PauseLimitDue.class)
        .add("state.agent.misses", Misses.class)
        .add("state.agent.owing", WorkBooks.Owing.class)
        .add("state.agent.extending", WorkBooks.Extending.class)
        .add("state.agent.pausing", PauseBooks.Pausing.class)
        .add("state.agent.had", PauseBooks.Had.class)
        .add("input.agent.agents-read", AgentInput.AgentsRead.class)
        .add("input.agent.sign-in", AgentInput.SignIn.class)
        .add("input.agent.sign-out", AgentInput.SignOut.class)
        .add("input.agent.pause", AgentInput.Pause.class)
        .add("input.agent.unpause", AgentInput.Unpause.class)
        .add("input.agent.end-wrap-up", AgentInput.EndWrapUp.class)
        .add("input.agent.offer-due", AgentInput.OfferDue.class)
        .add("input.agent.wrap-up-due", AgentInput.WrapUpDue.class)
        .add("input.agent.pause-reasons-read", AgentInput.PauseReasonsRead.class)
        .add("state.agent.pause-reasons", PauseReasons.class)
        .add("state.agent.profile", AgentProfile.class)
        .add("state.agent.agent", Agent.class)
        .add("state.agent.offer", Offer.class)
        .build();
  }
}
