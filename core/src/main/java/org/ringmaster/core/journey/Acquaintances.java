// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.OwnEntity;
import org.ringmaster.core.queue.Acquaintance;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;

/**
 * Remembers of customers whom they talked with last and where they lately hung up in vain, so that
 * they find the agent and the place again. Keeps the latest, a bounded number. Owned by the kernel
 * thread.
 */
public final class Acquaintances implements Decider, Acquaintance {

  private static final int MAX_KEPT = 100_000;

  /** Whom a customer talked with last. */
  record Talked(CustomerId customer, AgentId agent) implements OwnEntity {}

  /**
   * Where a customer hung up in vain last, and where that call had come in.
   *
   * @param waitedMillis how long they had waited by then
   * @param atMicros when, epoch microseconds
   */
  record GaveUp(
      CustomerId customer,
      QueueId queue,
      long waitedMillis,
      long atMicros,
      @Nullable QueueId cameIn) {}

  /** The queue that a live call joined first. */
  record CameIn(CallId call, QueueId queue) {}

  private final JourneyBooks journeys;
  private final Map<CustomerId, Talked> talked = new LinkedHashMap<>();
  private final Map<CustomerId, GaveUp> gaveUp = new LinkedHashMap<>();
  private final Map<CallId, CameIn> cameIn = new LinkedHashMap<>();

  /** The acquaintances of these customers. */
  public Acquaintances(JourneyBooks journeys) {
    this.journeys = journeys;
  }

  @Override
  public @Nullable AgentId lastAgentOf(CallId call) {
    Touchpoint touchpoint = journeys.touchpoint(call);
    Talked last = touchpoint == null ? null : talked.get(touchpoint.customer());
    return last == null ? null : last.agent();
  }

  /** Whether the customer of an address talked with an agent last. */
  public boolean isLastAgent(IdentityId address, AgentId agent) {
    Customer customer = journeys.customerOf(address);
    Talked last = customer == null ? null : talked.get(customer.id());
    return last != null && agent.equals(last.agent());
  }

  @Override
  public long gaveUpAfterMillis(CallId call, QueueId queue, long notBeforeMicros) {
    Touchpoint touchpoint = journeys.touchpoint(call);
    GaveUp last = touchpoint == null ? null : gaveUp.get(touchpoint.customer());
    boolean isThat =
        last != null
            && (last.queue().equals(queue) || queue.equals(last.cameIn()))
            && last.atMicros() >= notBeforeMicros;
    return last != null && isThat ? last.waitedMillis() : 0;
  }

  @Override
  public void decide(Input input, Decision decision) {}

  @Override
  public void react(Fact fact, Decision decision) {}

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case QueueFact.EntryJoined f -> {
        Touchpoint touchpoint = journeys.touchpoint(f.call());
        if (touchpoint != null) {
          cameIn.putIfAbsent(f.call(), new CameIn(f.call(), f.queue()));
        }
        if (touchpoint != null && f.creditMillis() > 0) {
          gaveUp.remove(touchpoint.customer()); // Used: a second call gets no place from it.
        }
      }
      case JourneyFact.TouchpointEnded f -> {
        if (f.call() != null) {
          cameIn.remove(f.call());
        }
      }
      case QueueFact.EntryConnected f -> {
        Touchpoint touchpoint = journeys.touchpoint(f.call());
        if (touchpoint != null) {
          gaveUp.remove(touchpoint.customer());
          keep(talked, touchpoint.customer(), new Talked(touchpoint.customer(), f.agent()));
        }
      }
      case QueueFact.EntryAbandoned f -> {
        Touchpoint touchpoint = journeys.touchpoint(f.call());
        if (touchpoint != null) {
          CustomerId customer = touchpoint.customer();
          long at = envelope.recordedAtMicros();
          CameIn first = cameIn.get(f.call());
          keep(
              gaveUp,
              customer,
              new GaveUp(
                  customer, f.queue(), f.waitedMillis(), at, first == null ? null : first.queue()));
        }
      }
      case JourneyFact.CustomerForgotten f -> {
        talked.remove(f.customer());
        gaveUp.remove(f.customer());
      }
      default -> {}
    }
  }

  private static <T> void keep(Map<CustomerId, T> kept, CustomerId customer, T thing) {
    kept.remove(customer);
    kept.put(customer, thing);
    if (kept.size() > MAX_KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    talked.values().forEach(out);
    gaveUp.values().forEach(out);
    cameIn.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case Talked it -> talked.put(it.customer(), it);
      case GaveUp it -> gaveUp.put(it.customer(), it);
      case CameIn it -> cameIn.put(it.call(), it);
      default -> {}
    }
  }
}
