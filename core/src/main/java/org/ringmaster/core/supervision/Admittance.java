// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.supervision;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.call.TelephoneId;

/** Whether a supervisor may do what they ask for, and why not, as a sentence. */
final class Admittance {

  private final SupervisionBooks books;
  private final CallControl calls;
  private final Roster roster;
  private final Talks talks;

  Admittance(SupervisionBooks books, CallControl calls, Roster roster, Talks talks) {
    this.books = books;
    this.calls = calls;
    this.roster = roster;
    this.talks = talks;
  }

  /** The telephone to ring: the one named, or where the supervisor is signed in; null for none. */
  @Nullable TelephoneId telephone(SupervisionInput.Attend in) {
    if (in.telephone() != null || in.self() == null) {
      return in.telephone();
    }
    Agent self = roster.books().agent(in.self());
    return self == null ? null : self.telephone();
  }

  /** Why a supervisor who is not there yet may not come. */
  @Nullable String refusal(SupervisionInput.Attend in, Offer offer) {
    if (offer.agent().equals(in.self())) {
      return "That is your own talk.";
    }
    if (books.at(offer.id()).size() >= books.policy().most()) {
      return books.policy().most() + " supervisors attend this talk already.";
    }
    TelephoneId id = telephone(in);
    if (id == null) {
      return "Say which telephone to ring.";
    }
    Telephone telephone = calls.books().telephone(id);
    if (telephone == null) {
      return "No telephone " + id + ".";
    }
    String refusal = unreachable(telephone, offer);
    return refusal == null ? refusal(null, in.mode(), offer) : refusal;
  }

  private @Nullable String unreachable(Telephone telephone, Offer offer) {
    Leg agent = calls.books().leg(offer.leg());
    if (agent == null || !agent.node().equals(telephone.node())) {
      return "Telephone "
          + telephone.id()
          + " is on node "
          + telephone.node()
          + ", the talk is on another.";
    }
    if (!calls.books().connected(telephone.node())) {
      return "Node " + telephone.node() + " cannot be reached now.";
    }
    String noNew = calls.books().intake().refusal();
    if (noNew != null) {
      return noNew;
    }
    return calls.books().isBusy(telephone.id()) || calls.books().isEngaged(telephone.id())
        ? "Telephone " + telephone.id() + " is busy."
        : null;
  }

  /**
   * Why something may not be done at a talk.
   *
   * @param own the supervisor's attendance; null while they are not there
   */
  @Nullable String refusal(@Nullable Supervision own, SupervisionMode mode, Offer offer) {
    if (own != null && own.state() == SupervisionState.RINGING) {
      return "Telephone " + own.telephone() + " still rings: answer it.";
    }
    if (own != null && own.mode() == mode) {
      String does = own.state().name().toLowerCase(Locale.ROOT);
      return own.author() + " does so already: " + does + ".";
    }
    if (mode == SupervisionMode.TAKE_OVER && talks.customerToTake(offer) == null) {
      return "Agent "
          + offer.agent()
          + " is in the middle of handing this call on, or a guest in it: it cannot be taken over.";
    }
    for (Supervision other : books.at(offer.id())) {
      boolean speaks = other.mode().speaks() && !other.equals(own);
      if (speaks && mode.speaks() && mode != SupervisionMode.TAKE_OVER) {
        return other.author() + " speaks in this talk already: one at a time; listen instead.";
      }
    }
    return null;
  }
}
