// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;

/** Says whom a fact about agents is about. */
final class AgentFacts {

  private AgentFacts() {}

  static AgentId agentOf(AgentFact fact) {
    return switch (fact) {
      case AgentFact.Configured f -> f.profile().id();
      case AgentFact.Removed f -> f.agent();
      case AgentFact.SignedIn f -> f.agent();
      case AgentFact.TelephoneConnected f -> f.agent();
      case AgentFact.TelephoneLost f -> f.agent();
      case AgentFact.TelephoneFreed f -> f.agent();
      case AgentFact.Ready f -> f.agent();
      case AgentFact.SignedOut f -> f.agent();
      case AgentFact.Paused f -> f.agent();
      case AgentFact.Unpaused f -> f.agent();
      case AgentFact.Reconnecting f -> f.agent();
      case AgentFact.Asked f -> f.agent();
      case AgentFact.OfferMade f -> f.agent();
      case AgentFact.OfferAccepted f -> f.agent();
      case AgentFact.OfferEnded f -> f.agent();
      case AgentFact.WrapUpAgreed f -> f.agent();
      case AgentFact.TalkBegan f -> f.agent();
      case AgentFact.SpeechNoted f -> f.agent();
      case AgentFact.TalkEnded f -> f.agent();
      case AgentFact.WrapUpStarted f -> f.agent();
      case AgentFact.WrapUpMoved f -> f.agent();
      case AgentFact.DispositionOwed f -> f.agent();
      case AgentFact.DispositionSettled f -> f.agent();
      case AgentFact.PauseOverrun f -> f.agent();
      case AgentFact.Freed f -> f.agent();
    };
  }
}
