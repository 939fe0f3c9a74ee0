// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.Bridge;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.file.FileKeeping;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.Acd;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.supervision.SupervisionFact;
import org.ringmaster.core.talk.RecordingKey;
import org.ringmaster.core.talk.TalkBooks;
import org.ringmaster.core.talk.TalkFact;

/**
 * Records talks as their queues' policies and people ask for it, follows them through hold,
 * consultation, conference and transfer, and leaves out what nobody may keep. What is recorded is
 * always the bridge: recording a bridged leg fails after saying yes. Owned by the kernel thread.
 */
public final class RecordingControl implements Decider {

  private static final long MICROS_PER_MILLI = 1_000;

  private final RecordingBooks books = new RecordingBooks();
  private final CallControl calls;
  private final Roster roster;
  private final Scenes scenes;
  private final Parts parts;
  private final Acts acts;

  /**
   * Control over what is recorded. In the order of deciders it stands behind those who move legs,
   * and before {@code files}.
   */
  public RecordingControl(
      CallControl calls, Roster roster, Acd acd, TalkBooks talks, FileKeeping files) {
    this.calls = calls;
    this.roster = roster;
    this.scenes = new Scenes(books, calls, roster, acd, talks);
    this.parts = new Parts(books, scenes, calls, roster, files);
    this.acts = new Acts(books, scenes);
  }

  /** The recordings of live calls. */
  public RecordingBooks books() {
    return books;
  }

  /**
   * Says how a live call is recorded while it is talked for a queue, whatever the queue says of its
   * calls; but where the queue has them recorded always, so is this one.
   *
   * @param by who says so, for people
   */
  public void overrule(
      CallId call, QueueId queue, RecordingPolicy policy, String by, Decision decision) {
    decision.record(new RecordingFact.PolicySet(call, queue, policy, by), decision.nowMicros());
  }

  // What is asked.

  @Override
  public void decide(Input input, Decision decision) {
    switch (input) {
      case RecordingInput.RulesRead in -> {
        if (!in.rules().equals(books.rules())) {
          decision.record(new RecordingRulesSet(in.rules()));
        }
      }
      case RecordingInput.Ask in -> {
        String refusal = asked(in, decision);
        if (refusal == null) {
          decision.accept("");
        } else {
          decision.refuse(refusal);
        }
      }
      case RecordingInput.CardDue in -> {
        CallRecording one = books.of(in.call());
        boolean isDue =
            one != null
                && one.state() == RecordingState.SECURED
                && one.dueMicros() == in.dueMicros();
        if (isDue && one != null) {
          cardIsOver(one, decision);
        }
      }
      case RecordingInput.RetryDue in -> parts.settle(in.call(), decision);
      default -> {}
    }
  }

  private @Nullable String asked(RecordingInput.Ask in, Decision decision) {
    CallId call = in.call();
    if (in.agent() != null) {
      Agent agent = roster.books().agent(in.agent());
      if (agent == null) {
        return "No agent " + in.agent() + ".";
      }
      Offer offer = agent.offer() == null ? null : roster.books().offer(agent.offer());
      call = offer == null || !offer.isAccepted() ? null : offer.call();
    }
    if (call == null) {
      return "Agent " + in.agent() + " talks with nobody.";
    }
    if (calls.books().call(call) == null) {
      return "No call " + call + " is live.";
    }
    return done(call, in.act(), in.author(), decision);
  }

  private @Nullable String done(CallId call, RecordingAct act, Author author, Decision decision) {
    String refusal = acts.refusal(call, act);
    if (refusal != null) {
      return refusal;
    }
    Bridge bridge = calls.books().talkBridge(call);
    if (bridge != null && !calls.books().connected(bridge.node())) {
      return "Node " + bridge.node() + " cannot be reached now.";
    }
    switch (act) {
      case START -> start(call, author, decision);
      case STOP -> decision.record(new RecordingFact.Stopped(call, author), decision.nowMicros());
      case PAUSE -> decision.record(new RecordingFact.Paused(call, author), decision.nowMicros());
      case RESUME -> decision.record(new RecordingFact.Resumed(call, author), decision.nowMicros());
      case CARD -> {
        long due = decision.nowMicros() + books.rules().cardMillis() * MICROS_PER_MILLI;
        decision.record(new RecordingFact.CardBegan(call, author, due), decision.nowMicros());
        decision.remindAt(due, new RecordingInput.CardDue(call, due));
      }
    }
    parts.settle(call, decision);
    return null;
  }

  private void start(CallId call, Author author, Decision decision) {
    Scene scene = Objects.requireNonNull(scenes.of(call));
    if (books.of(call) == null) {
      RecordingPolicy policy = books.policy(call, scene.queue());
      decision.record(
          new RecordingFact.Began(call, scene.queue(), policy, author), decision.nowMicros());
    } else {
      decision.record(new RecordingFact.Resumed(call, author), decision.nowMicros());
    }
  }

  private void cardIsOver(CallRecording one, Decision decision) {
    decision.record(
        one.wasPaused()
            ? new RecordingFact.Paused(one.call(), null)
            : new RecordingFact.Resumed(one.call(), null),
        decision.nowMicros());
    parts.settle(one.call(), decision);
  }

  // What follows from facts.

  @Override
  public void react(Fact fact, Decision decision) {
    if (books.isIdle()) {
      return;
    }
    switch (fact) {
      case EpochBegan began -> remindAgain(decision);
      case RecordingRulesSet set -> List.copyOf(books.all()).forEach(one -> settle(one, decision));
      case RecordingFact.PolicySet set -> parts.settle(set.call(), decision);
      case TalkFact talkFact -> talked(talkFact, decision);
      case SupervisionFact.TookOver took -> parts.settle(took.call(), PartEnd.TAKEN_OVER, decision);
      case CallFact callFact -> called(callFact, decision);
      default -> {}
    }
  }

  private void settle(CallRecording one, Decision decision) {
    parts.settle(one.call(), decision);
  }

  private void talked(TalkFact fact, Decision decision) {
    switch (fact) {
      case TalkFact.RecordingKeyPressed pressed -> pressed(pressed, decision);
      // Only says that something is about to be done.
      case TalkFact.Opened opened -> {}
      case TalkFact.KeysHeard heard -> {}
      case TalkFact.SentToQueue sent -> parts.settle(sent.call(), PartEnd.HANDED_ON, decision);
      case TalkFact.SentBack sent -> parts.settle(sent.call(), PartEnd.HANDED_ON, decision);
      default -> parts.settle(fact.call(), decision);
    }
  }

  private void pressed(TalkFact.RecordingKeyPressed pressed, Decision decision) {
    CallRecording one = books.of(pressed.call());
    RecordingState state = one == null ? RecordingState.STOPPED : one.state();
    RecordingAct act =
        switch (state) {
          case PAUSED -> RecordingAct.RESUME;
          case SECURED -> RecordingAct.RESUME;
          case RUNNING ->
              one != null && one.part() == null ? RecordingAct.START : RecordingAct.PAUSE;
          case STOPPED, OVER -> RecordingAct.START;
        };
    boolean isCard = pressed.key() == RecordingKey.CARD && state != RecordingState.SECURED;
    String refusal =
        done(
            pressed.call(),
            isCard ? RecordingAct.CARD : act,
            new Author(pressed.agent().value()),
            decision);
    String sound = refusal == null ? "beep" : "pbx-invalid";
    calls.play(pressed.leg(), List.of(Prompt.sound(sound)), false, decision);
  }

  private void called(CallFact fact, Decision decision) {
    switch (fact) {
      case CallFact.LegJoined f -> ofCall(f.call(), decision);
      case CallFact.LegLeft f -> {
        // By the bridge: an open telephone's leg is of no call any more when it leaves.
        Bridge bridge = calls.books().bridge(f.bridge());
        ofCall(bridge == null ? null : bridge.call(), decision);
      }
      case CallFact.BridgeClosed f -> parts.bridgeClosed(decision);
      case CallFact.BridgeWanted f -> ofLeg(f.leg(), decision);
      case CallFact.HangUpAsked f -> ofLeg(f.leg(), decision);
      case CallFact.LegEnded f -> {
        ofCall(f.call(), decision);
        if (f.call() != null) {
          gathered(f.call(), decision);
        }
      }
      case CallFact.GatherStarted f -> gathers(f, decision);
      case CallFact.DigitsGathered f -> {
        Leg leg = calls.books().leg(f.leg());
        if (leg != null && leg.call() != null) {
          gathered(leg.call(), decision);
        }
      }
      case CallFact.RecordingEnded f -> parts.over(f, books.part(f.recording()), decision);
      case CallFact.NodeConnected f -> parts.cut(f.node(), decision);
      case CallFact.NodeReconciled f -> seenAgain(f.node(), decision);
      case CallFact.CallEnded f -> callEnded(f.call(), decision);
      default -> {}
    }
  }

  private void ofLeg(LegId id, Decision decision) {
    Leg leg = calls.books().leg(id);
    if (leg != null) {
      ofCall(leg.call(), decision);
    }
  }

  private void ofCall(@Nullable CallId call, Decision decision) {
    if (call != null) {
      parts.settle(call, decision);
    }
  }

  /** Digits are gathered that are nobody's business. */
  private void gathers(CallFact.GatherStarted started, Decision decision) {
    Leg leg = calls.books().leg(started.leg());
    CallRecording one = leg == null || leg.call() == null ? null : books.of(leg.call());
    boolean isOn =
        one != null
            && (one.state() == RecordingState.RUNNING || one.state() == RecordingState.PAUSED);
    if (isOn && one != null && started.gather().secret()) {
      decision.record(new RecordingFact.CardBegan(one.call(), null, 0), decision.nowMicros());
      parts.settle(one.call(), decision);
    }
  }

  private void gathered(CallId call, Decision decision) {
    CallRecording one = books.of(call);
    boolean isOver =
        one != null
            && one.state() == RecordingState.SECURED
            && one.dueMicros() == 0
            && !scenes.isSecret(call);
    if (isOver && one != null) {
      cardIsOver(one, decision);
    }
  }

  private void seenAgain(NodeId node, Decision decision) {
    for (CallRecording one : List.copyOf(books.all())) {
      Bridge bridge = calls.books().talkBridge(one.call());
      if (bridge != null && bridge.node().equals(node)) {
        parts.settle(one.call(), decision);
      }
    }
  }

  private void callEnded(CallId call, Decision decision) {
    CallRecording one = books.of(call);
    if (one != null) {
      parts.end(one, PartEnd.TALK_ENDED, decision);
      decision.record(new RecordingFact.Ended(call));
    }
  }

  private void remindAgain(Decision decision) {
    for (CallRecording one : books.all()) {
      if (one.state() == RecordingState.SECURED && one.dueMicros() > 0) {
        decision.remindAt(one.dueMicros(), new RecordingInput.CardDue(one.call(), one.dueMicros()));
      }
      if (one.retryMicros() > 0) {
        decision.remindAt(one.retryMicros(), new RecordingInput.RetryDue(one.call()));
      }
    }
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    books.apply(fact, envelope);
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    books.snapshot(out);
  }

  @Override
  public void restore(Record entity) {
    books.restore(entity);
  }
}
