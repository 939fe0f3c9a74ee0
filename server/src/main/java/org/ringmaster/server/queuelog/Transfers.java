// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.queuelog;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.talk.Destination;
import org.ringmaster.core.talk.TalkFact;

/**
 * How agents hand callers on, in app_queue's words: a blind transfer has extension and context, an
 * attended one the bridge in which the caller goes on, or the application while nobody has
 * answered. Owned by the thread that folds.
 */
final class Transfers {
  /** In the place of a context's name. */
  private static final String QUEUES = "queues";

  private static final String AGENTS = "agents";
  private static final String NUMBERS = "numbers";
  private static final String PARKED = "parkedcalls";

  /** What is on its way; also a line in the saved state. */
  record Transfer(CallId call, String event, List<String> words) {}

  /** An agent's number; also a line in the state. */
  record Extension(AgentId agent, String number) {}

  /** The bridge in which those of a call talk; also a line in the state. */
  record TalkBridge(CallId call, BridgeId bridge) {}

  /** An agent of the call has somebody rung to ask them; also a line in the state. */
  record Asking(CallId call) {}

  private final Map<AgentId, String> extensions = new LinkedHashMap<>();
  private final Map<CallId, BridgeId> bridges = new LinkedHashMap<>();
  private final Set<CallId> asking = new LinkedHashSet<>();
  private final Map<CallId, Transfer> transfers = new LinkedHashMap<>();

  void apply(Fact fact) {
    switch (fact) {
      case AgentFact.Configured f -> extensions.put(f.profile().id(), f.profile().number());
      case AgentFact.Removed f -> extensions.remove(f.agent());
      case CallFact.BridgeOpened f -> {
        if (f.kind() == BridgeKind.TALK && f.call() != null) {
          bridges.put(f.call(), f.bridge());
        }
      }
      case CallFact.CallEnded f -> {
        bridges.remove(f.call());
        asking.remove(f.call());
        transfers.remove(f.call());
      }
      case TalkFact f -> apply(f);
      default -> {}
    }
  }

  private void apply(TalkFact fact) {
    switch (fact) {
      case TalkFact.ConsultBegan f -> asking.add(f.call());
      case TalkFact.ConsultAnswered f -> asking.remove(f.call());
      case TalkFact.ConsultEnded f -> asking.remove(f.call());
      case TalkFact.SentToQueue f -> blind(f.call(), f.queue().value(), QUEUES);
      case TalkFact.Parked f -> blind(f.call(), Integer.toString(f.slot()), PARKED);
      case TalkFact.SentOn f -> {
        if (asking.remove(f.call())) {
          attended(f.call(), List.of("APP", "Dial"));
        } else {
          sentOn(f.call(), f.to());
        }
      }
      case TalkFact.GivenTo f -> attended(f.call(), bridge(f.call()));
      case TalkFact.PassedOn f -> {
        if (f.agent() != null) {
          attended(f.call(), bridge(f.call()));
        }
      }
      default -> {}
    }
  }

  private List<String> bridge(CallId call) {
    BridgeId bridge = bridges.get(call);
    return List.of("BRIDGE", bridge == null ? "" : bridge.value());
  }

  private void sentOn(CallId call, Destination to) {
    if (to.agent() != null) {
      String number = extensions.getOrDefault(to.agent(), "");
      blind(call, number.isEmpty() ? to.agent().value() : number, AGENTS);
    } else if (to.number() != null) {
      blind(call, to.number().text(), NUMBERS);
    }
  }

  private void blind(CallId call, String extension, String context) {
    transfers.put(call, new Transfer(call, "BLINDTRANSFER", List.of(extension, context)));
  }

  private void attended(CallId call, List<String> words) {
    transfers.put(call, new Transfer(call, "ATTENDEDTRANSFER", words));
  }

  /**
   * How an agent has handed on the caller of a call whose part is over now; null: they have not.
   */
  @Nullable Transfer take(CallId call) {
    return transfers.remove(call);
  }

  /** A caller has come to a queue: what was before is of no interest any more. */
  void joined(CallId call) {
    transfers.remove(call);
  }

  void snapshot(Consumer<Record> state) {
    extensions.forEach((agent, number) -> state.accept(new Extension(agent, number)));
    bridges.forEach((call, bridge) -> state.accept(new TalkBridge(call, bridge)));
    asking.forEach(call -> state.accept(new Asking(call)));
    transfers.values().forEach(state);
  }

  /** Takes a part of the saved state; whether it was one of its own. */
  boolean restore(Record entity) {
    switch (entity) {
      case Extension it -> extensions.put(it.agent(), it.number());
      case TalkBridge it -> bridges.put(it.call(), it.bridge());
      case Asking it -> asking.add(it.call());
      case Transfer it -> transfers.put(it.call(), it);
      case QueueLog.HandedOn it -> blind(it.call(), it.queue().value(), QUEUES);
      default -> {
        return false;
      }
    }
    return true;
  }
}
