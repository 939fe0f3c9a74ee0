// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.agent;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.LegId;

/** In whose talks a node listens for the agent's voice: a part of {@link AgentBooks}. */
final class SpeechBooks {

  /**
   * An agent talks whom nobody has heard yet.
   *
   * @param leg the agent's leg
   * @param sinceMicros since when agent and caller hear each other, epoch microseconds
   * @param sound whether something arrives from there now that may be speech
   * @param lost whether they may have spoken unheard, so that their silence says nothing
   */
  record Listening(
      AgentId agent, OfferId offer, LegId leg, long sinceMicros, boolean sound, boolean lost) {

    Listening sound(boolean now) {
      return new Listening(agent, offer, leg, sinceMicros, now, lost);
    }

    Listening asLost() {
      return new Listening(agent, offer, leg, sinceMicros, false, true);
    }
  }

  private final Map<AgentId, Listening> listenings = new LinkedHashMap<>();

  @Nullable Listening of(AgentId agent) {
    return listenings.get(agent);
  }

  /** All of them, in the order in which the talks began. */
  Collection<Listening> all() {
    return listenings.values();
  }

  /** A talk began, of an offer that asks for it or not. */
  void began(@Nullable Offer offer, long atMicros) {
    if (offer != null && offer.terms().autoPause().asksForSpeech()) {
      listenings.put(
          offer.agent(),
          new Listening(offer.agent(), offer.id(), offer.leg(), atMicros, false, false));
    }
  }

  void apply(AgentFact fact) {
    switch (fact) {
      case AgentFact.SpeechNoted f -> noted(f);
      case AgentFact.TalkEnded f -> listenings.remove(f.agent());
      case AgentFact.Removed f -> listenings.remove(f.agent());
      default -> {}
    }
  }

  private void noted(AgentFact.SpeechNoted f) {
    switch (f.speech()) {
      case SOUND, QUIET ->
          listenings.computeIfPresent(
              f.agent(), (agent, it) -> it.sound(f.speech() == Speech.SOUND));
      case UNKNOWN -> listenings.computeIfPresent(f.agent(), (agent, it) -> it.asLost());
      case HEARD, SILENT -> listenings.remove(f.agent());
    }
  }

  void snapshot(Consumer<Record> out) {
    listenings.values().forEach(out);
  }

  void restore(Record entity) {
    if (entity instanceof Listening it) {
      listenings.put(it.agent(), it);
    }
  }
}
