// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.desk;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.talk.TalkFact;

/** Whose page attends, and what each agent works on: the fold behind {@link Desks}. */
public final class DeskBooks implements Fold {

  /** An agent who takes callers by their page; a line in a snapshot. */
  record Attending(AgentId agent) {}

  /** The call an agent was rung for last; a line in a snapshot. */
  record Offered(AgentId agent, OfferId offer, CallId call) {}

  /** What an agent worked on before; a line in a snapshot. */
  record Former(DeskWork work) {}

  /**
   * What an agent's telephone was refused last, since which they were not rung; also its line in a
   * snapshot.
   *
   * @param why as a sentence
   */
  public record Refusal(AgentId agent, String why, long atMicros) {}

  private final Set<AgentId> attending = new LinkedHashSet<>();
  private final Map<AgentId, Offered> offered = new LinkedHashMap<>();
  private final Map<AgentId, DeskWork> works = new LinkedHashMap<>();

  /** The work before that: what is written last may arrive when the next caller is there. */
  private final Map<AgentId, DeskWork> formerWorks = new LinkedHashMap<>();

  private final Map<AgentId, Refusal> refusals = new LinkedHashMap<>();
  private Dispositions dispositions = Dispositions.NONE;

  /** Whether the agent takes callers by their page. */
  public boolean attends(AgentId agent) {
    return attending.contains(agent);
  }

  /** What the agent's telephone was refused, until they are rung for something else; or null. */
  public @Nullable Refusal refusal(AgentId agent) {
    return refusals.get(agent);
  }

  /** What the agent works on, or worked on last; null where there is nothing. */
  public @Nullable DeskWork work(AgentId agent) {
    return works.get(agent);
  }

  /** The work of an agent on a call, if it is what they work on or worked on before; or null. */
  @Nullable DeskWork work(AgentId agent, CallId call) {
    DeskWork now = works.get(agent);
    DeskWork found = now != null && now.call().equals(call) ? now : formerWorks.get(agent);
    return found != null && found.call().equals(call) ? found : null;
  }

  /** Who works on a call, or worked on it last. */
  public List<AgentId> workingOn(CallId call) {
    return works.values().stream()
        .filter(work -> work.call().equals(call))
        .map(DeskWork::agent)
        .toList();
  }

  /** What contacts can have been. */
  public Dispositions dispositions() {
    return dispositions;
  }

  /** Applies a fact; the agent whose desk it changed, or null. */
  public @Nullable AgentId applied(Fact fact, Envelope envelope) {
    return switch (fact) {
      case TalkFact.CallRefused f -> refused(f.agent(), f.why(), envelope);
      case TalkFact.HandOnRefused f -> refused(f.agent(), f.why(), envelope);
      case AgentFact agentFact -> applyAgent(agentFact);
      case DeskFact.PageAttends f -> {
        attending.add(f.agent());
        yield f.agent();
      }
      case DeskFact.PageLost f -> {
        attending.remove(f.agent());
        yield f.agent();
      }
      case DeskFact.NoteKept f ->
          change(f.agent(), f.call(), work -> work.noted(f.version(), f.text()));
      case DeskFact.Disposed f ->
          change(f.agent(), f.call(), work -> work.disposed(f.disposition()));
      case DeskFact.MomentFlagged f ->
          change(f.agent(), f.call(), work -> work.flagged(f.number()));
      case QueueFact.EntryConnected f -> change(f.agent(), f.call(), work -> work.of(f.queue()));
      case DispositionsConfigured f -> {
        dispositions = f.dispositions();
        yield null;
      }
      default -> null;
    };
  }

  private AgentId refused(AgentId agent, String why, Envelope envelope) {
    refusals.put(agent, new Refusal(agent, why, envelope.recordedAtMicros()));
    return agent;
  }

  private @Nullable AgentId applyAgent(AgentFact fact) {
    return switch (fact) {
      case AgentFact.OfferMade f -> {
        offered.put(f.agent(), new Offered(f.agent(), f.offer(), f.call()));
        yield refusals.remove(f.agent()) == null ? null : f.agent();
      }
      case AgentFact.OfferAccepted f -> accepted(f);
      case AgentFact.SignedOut f -> {
        attending.remove(f.agent());
        offered.remove(f.agent());
        refusals.remove(f.agent());
        yield f.agent();
      }
      case AgentFact.Removed f -> {
        attending.remove(f.agent());
        offered.remove(f.agent());
        refusals.remove(f.agent());
        works.remove(f.agent());
        formerWorks.remove(f.agent());
        yield f.agent();
      }
      default -> null;
    };
  }

  /** The queue whose contact a call is, where an agent works on it already. */
  private @Nullable QueueId queueOf(CallId call) {
    for (DeskWork work : works.values()) {
      if (work.call().equals(call) && work.queue() != null) {
        return work.queue();
      }
    }
    return null;
  }

  private @Nullable AgentId accepted(AgentFact.OfferAccepted accepted) {
    Offered last = offered.remove(accepted.agent());
    if (last == null || !last.offer().equals(accepted.offer())) {
      return null;
    }
    DeskWork before = works.get(last.agent());
    if (before == null || !before.call().equals(last.call())) {
      works.put(last.agent(), begin(last, before));
    }
    return last.agent();
  }

  /** Who comes back to the call they had before finds what they wrote. */
  private DeskWork begin(Offered next, @Nullable DeskWork before) {
    DeskWork known = work(next.agent(), next.call());
    if (before != null) {
      formerWorks.put(next.agent(), before);
    }
    return known == null ? DeskWork.begin(next.agent(), next.call(), queueOf(next.call())) : known;
  }

  private AgentId change(AgentId agent, CallId call, UnaryOperator<DeskWork> change) {
    for (Map<AgentId, DeskWork> some : List.of(works, formerWorks)) {
      some.computeIfPresent(
          agent, (id, work) -> work.call().equals(call) ? change.apply(work) : work);
    }
    return agent;
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    applied(fact, envelope);
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    if (!dispositions.equals(Dispositions.NONE)) {
      out.accept(dispositions);
    }
    attending.forEach(agent -> out.accept(new Attending(agent)));
    offered.values().forEach(out);
    works.values().forEach(out);
    formerWorks.values().forEach(work -> out.accept(new Former(work)));
    refusals.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    restored(entity);
  }

  /** Takes back one record of a snapshot; the agent whose desk it changed, or null. */
  public @Nullable AgentId restored(Record entity) {
    switch (entity) {
      case Dispositions it -> dispositions = it;
      case Offered it -> offered.put(it.agent(), it);
      case Former it -> formerWorks.put(it.work().agent(), it.work());
      case Refusal it -> {
        refusals.put(it.agent(), it);
        return it.agent();
      }
      case Attending it -> {
        attending.add(it.agent());
        return it.agent();
      }
      case DeskWork it -> {
        works.put(it.agent(), it);
        return it.agent();
      }
      default -> {}
    }
    return null;
  }
}
