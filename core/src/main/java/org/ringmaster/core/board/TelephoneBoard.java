// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.Reach;
import org.ringmaster.core.call.Telephone;
import org.ringmaster.core.call.TelephoneId;
import org.ringmaster.core.call.TelephoneSight;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Fact;

/**
 * Which telephones can be rung and who is signed in on them. Keeps nothing in a snapshot: all it
 * knows comes back from what the deciders keep there.
 */
public final class TelephoneBoard implements Board {

  private final Map<TelephoneId, Telephone> telephones = new LinkedHashMap<>();
  private final Map<TelephoneId, Reach> reaches = new LinkedHashMap<>();
  private final Set<TelephoneId> engaged = new LinkedHashSet<>();
  private final Map<AgentId, TelephoneId> signedIn = new LinkedHashMap<>();
  private final Map<TelephoneId, AgentId> agents = new LinkedHashMap<>();
  private final BoardRows<TelephoneId, TelephoneRow> rows = new BoardRows<>(TelephoneId::value);
  private boolean changed;

  /** All telephones, by name. Any thread. */
  public Collection<TelephoneRow> rows() {
    return rows.all();
  }

  /** One telephone, or null where the configuration has none of that name. Any thread. */
  public @Nullable TelephoneRow row(TelephoneId id) {
    return rows.get(id);
  }

  /** Whether the last {@link #publish} changed anything. Board thread. */
  boolean changed() {
    return changed;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case CallFact.TelephoneConfigured f -> configure(f.telephone());
      case CallFact.TelephoneRemoved f -> {
        telephones.remove(f.telephone());
        engage(f.telephone(), false);
        see(f.telephone(), Reach.UNKNOWN);
      }
      case CallFact.TelephoneSeen f -> see(f.telephone(), f.reach());
      case CallFact.TelephoneEngaged f -> engage(f.telephone(), true);
      case CallFact.TelephoneReleased f -> engage(f.telephone(), false);
      case EpochBegan f ->
          List.copyOf(reaches.keySet()).forEach(telephone -> see(telephone, Reach.UNKNOWN));
      case AgentFact.SignedIn f -> signIn(f.agent(), f.telephone());
      case AgentFact.SignedOut f -> signOut(f.agent());
      case AgentFact.Removed f -> signOut(f.agent());
      default -> {}
    }
  }

  private void configure(Telephone telephone) {
    Telephone before = telephones.put(telephone.id(), telephone);
    if (before != null && !before.node().equals(telephone.node())) {
      reaches.remove(telephone.id());
      engaged.remove(telephone.id());
    }
    rows.mark(telephone.id());
  }

  private void see(TelephoneId telephone, Reach reach) {
    reaches.put(telephone, reach);
    rows.mark(telephone);
  }

  private void engage(TelephoneId telephone, boolean now) {
    if (now ? engaged.add(telephone) : engaged.remove(telephone)) {
      rows.mark(telephone);
    }
  }

  private void signIn(AgentId agent, TelephoneId telephone) {
    signOut(agent);
    signedIn.put(agent, telephone);
    agents.put(telephone, agent);
    rows.mark(telephone);
  }

  private void signOut(AgentId agent) {
    TelephoneId telephone = signedIn.remove(agent);
    if (telephone != null) {
      agents.remove(telephone);
      rows.mark(telephone);
    }
  }

  @Override
  public void publish() {
    changed =
        rows.publish(
            id -> {
              Telephone telephone = telephones.get(id);
              return telephone == null
                  ? null
                  : new TelephoneRow(
                      telephone,
                      reaches.getOrDefault(id, Reach.UNKNOWN),
                      engaged.contains(id),
                      agents.get(id));
            });
  }

  @Override
  public void snapshot(Consumer<Record> out) {}

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case Telephone it -> configure(it);
      case TelephoneSight it -> {
        see(it.telephone(), it.reach());
        engage(it.telephone(), it.engaged());
      }
      case Agent it -> {
        if (it.telephone() != null) {
          signIn(it.id(), it.telephone());
        }
      }
      default -> {}
    }
  }
}
