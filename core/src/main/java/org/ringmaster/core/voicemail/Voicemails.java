// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.voicemail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.Offer;
import org.ringmaster.core.agent.Roster;
import org.ringmaster.core.call.CallControl;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.Leg;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.call.RecordingLimits;
import org.ringmaster.core.file.FileFact;
import org.ringmaster.core.file.FileKeeping;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.EpochBegan;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.talk.TalkControl;
import org.ringmaster.core.talk.TalkInput;

/**
 * Takes messages from callers who were greeted, and keeps them until they are done. Sees to it that
 * a message is left once or not at all, whoever dies meanwhile. Owned by the kernel thread.
 */
public final class Voicemails implements Decider {

  /** Ends the greeting, and the message. */
  static final String END_KEY = "#";

  private static final long MILLIS_PER_SECOND = 1_000;

  private final VoicemailBooks books;
  private final CallControl calls;
  private final Roster roster;
  private final TalkControl talks;
  private final FileKeeping files;

  /** The messages of {@code books}, which {@link Greeter} begins. */
  public Voicemails(
      VoicemailBooks books,
      CallControl calls,
      Roster roster,
      TalkControl talks,
      FileKeeping files) {
    this.books = books;
    this.calls = calls;
    this.roster = roster;
    this.talks = talks;
    this.files = files;
  }

  /** All that are not over. */
  public VoicemailBooks books() {
    return books;
  }

  @Override
  public void decide(Input input, Decision decision) {
    if (input instanceof CallInput.DigitPressed pressed) {
      byKey(pressed, decision);
    }
    if (!(input instanceof VoicemailInput told)) {
      return;
    }
    switch (told) {
      case VoicemailInput.PlansRead in -> plansRead(in.plans(), decision);
      case VoicemailInput.Hear in -> heard(in, decision);
      case VoicemailInput.CallBack in -> callBack(in, decision);
      case VoicemailInput.Finish in -> {
        Message message = kept(in.message(), decision);
        if (message != null) {
          decision.record(new VoicemailFact.Done(message.id(), message.queue(), in.author()));
          decision.accept("");
        }
      }
      case VoicemailInput.Delete in -> {
        Message message = kept(in.message(), decision);
        if (message != null) {
          drop(message, decision);
          decision.record(
              new VoicemailFact.Deleted(
                  message.id(), message.queue(), MessageEnd.DELETED, in.author()));
          decision.accept("");
        }
      }
      case VoicemailInput.ExpiryDue in -> expired(books.message(in.message()), decision);
    }
  }

  private void plansRead(List<VoicemailPlan> plans, Decision decision) {
    Map<QueueId, VoicemailPlan> now = new LinkedHashMap<>();
    plans.forEach(plan -> now.put(plan.queue(), plan));
    for (QueueId queue : List.copyOf(books.plans.keySet())) {
      if (!now.containsKey(queue)) {
        decision.record(new VoicemailFact.PlanRemoved(queue));
      }
    }
    for (VoicemailPlan plan : now.values()) {
      if (!plan.equals(books.plans.get(plan.queue()))) {
        decision.record(new VoicemailFact.PlanConfigured(plan));
      }
    }
  }

  // What people do with messages.

  /** The message, if it was left and is not over; else the request is refused. */
  private @Nullable Message kept(MessageId id, Decision decision) {
    Message message = books.message(id);
    if (message == null || message.isBeingLeft()) {
      decision.refuse(
          message == null
              ? "No message " + id + " is kept; those that are done are in the journey store."
              : "Message " + id + " is being left just now.");
      return null;
    }
    return message;
  }

  private void heard(VoicemailInput.Hear in, Decision decision) {
    Message message = kept(in.message(), decision);
    if (message != null) {
      if (message.state() == MessageState.NEW) {
        decision.record(new VoicemailFact.Heard(message.id(), message.queue(), in.author()));
      }
      decision.accept("");
    }
  }

  private void callBack(VoicemailInput.CallBack in, Decision decision) {
    Message message = kept(in.message(), decision);
    if (message == null) {
      return;
    }
    if (message.number() == null) {
      decision.refuse("Who left message " + in.message() + " withheld their number.");
      return;
    }
    String refusal =
        talks.dial(
            new TalkInput.Dial(in.agent(), message.number().text(), in.author().value()), decision);
    Agent agent = roster.books().agent(in.agent());
    Offer offer =
        refusal != null || agent == null || agent.offer() == null
            ? null
            : roster.books().offer(agent.offer());
    if (refusal != null || offer == null) {
      decision.refuse(refusal == null ? "The agent has no call." : refusal);
      return;
    }
    decision.record(
        new VoicemailFact.CalledBack(
            message.id(), message.queue(), in.agent(), offer.call(), in.author()));
    decision.accept("");
  }

  private void expired(@Nullable Message message, Decision decision) {
    if (message == null || message.isBeingLeft()) {
      return;
    }
    if (decision.nowMicros() < message.expiresAtMicros()) {
      remind(message, decision);
      return;
    }
    drop(message, decision);
    decision.record(
        new VoicemailFact.Deleted(message.id(), message.queue(), MessageEnd.EXPIRED, null));
  }

  private void drop(Message message, Decision decision) {
    if (message.recording() != null) {
      calls.dropRecording(message.node(), message.recording(), decision);
    }
  }

  private static void remind(Message message, Decision decision) {
    decision.remindAt(message.expiresAtMicros(), new VoicemailInput.ExpiryDue(message.id()));
  }

  // How a message is left.

  /** Who has heard the greeting before need not hear it again. */
  private void byKey(CallInput.DigitPressed pressed, Decision decision) {
    Message message = books.of(pressed.leg());
    if (message != null
        && message.state() == MessageState.GREETED
        && pressed.digit().equals(END_KEY)) {
      calls.hush(pressed.leg(), decision);
    }
  }

  @Override
  public void react(Fact fact, Decision decision) {
    switch (fact) {
      case CallFact.PromptEnded f -> {
        Message message = books.of(f.playback());
        if (message != null) {
          speaks(message, decision);
        }
      }
      case CallFact.RecordingEnded f -> {
        Message message = books.of(f.recording());
        if (message != null && message.state() == MessageState.SPEAKING) {
          spoken(message, f, decision);
        }
      }
      case FileFact.Used f -> {
        Message message = books.of(f.file());
        if (message != null && message.state() == MessageState.NEW) {
          decision.record(new VoicemailFact.Heard(message.id(), message.queue(), f.author()));
        }
      }
      case FileFact.NotThere f -> {
        Message message = books.of(f.file());
        if (message != null) {
          decision.record(
              new VoicemailFact.Deleted(message.id(), message.queue(), MessageEnd.LOST, null));
        }
      }
      case CallFact.LegEnded f -> {
        Message message = books.of(f.leg());
        if (message != null && message.state() == MessageState.GREETED) {
          notLeft(message, MessageEnd.HUNG_UP, List.of(), decision);
        }
      }
      case CallFact.NodeReconciled f -> {
        for (Message message : List.copyOf(books.messages())) {
          Leg leg = message.isBeingLeft() ? calls.books().leg(message.leg()) : null;
          if (leg != null && leg.bridge() != null && leg.node().equals(f.node())) {
            calls.stepOut(leg.id(), decision); // It was asked for, and did not come.
          }
        }
      }
      case EpochBegan began -> {
        for (Message message : books.messages()) {
          if (!message.isBeingLeft()) {
            remind(message, decision);
          }
        }
      }
      default -> {}
    }
  }

  private void speaks(Message message, Decision decision) {
    Leg leg = calls.books().leg(message.leg());
    if (leg == null || leg.hangUpAsked()) {
      return; // Its end is on the way.
    }
    if (leg.bridge() != null) {
      calls.stepOut(leg.id(), decision); // In a bridge nothing would be recorded.
    }
    VoicemailPlan plan = message.plan();
    RecordingId recording =
        calls.recordLeg(
            message.leg(),
            new RecordingLimits(
                (int) (plan.maxMillis() / MILLIS_PER_SECOND),
                (int) (plan.silenceMillis() / MILLIS_PER_SECOND),
                END_KEY),
            decision);
    if (recording != null) {
      decision.record(
          new VoicemailFact.SpeakingBegan(message.id(), message.queue(), message.call(), recording),
          decision.nowMicros());
    }
  }

  private void spoken(Message message, CallFact.RecordingEnded f, Decision decision) {
    boolean isThere = calls.books().leg(message.leg()) != null;
    long said = f.talkMillis() < 0 ? f.durationMillis() : f.talkMillis();
    VoicemailPlan plan = message.plan();
    if (f.failed()) {
      MessageEnd end = isThere ? MessageEnd.FAILED : MessageEnd.HUNG_UP;
      drop(message, decision);
      notLeft(message, end, plan.failedPrompts(), decision);
    } else if (f.durationMillis() >= 0 && said < plan.minMillis()) {
      drop(message, decision);
      notLeft(message, MessageEnd.TOO_SHORT, plan.shortPrompts(), decision);
    } else {
      decision.record(
          new VoicemailFact.Left(
              message.id(), message.queue(), message.call(), f.recording(), f.durationMillis()));
      files.want(f.recording(), message.call(), message.node(), plan.keepMillis(), decision);
      Message left = books.message(message.id());
      if (left != null) {
        remind(left, decision);
      }
      say(message, plan.thanks(), decision);
    }
  }

  private void notLeft(Message message, MessageEnd end, List<Prompt> last, Decision decision) {
    decision.record(new VoicemailFact.NotLeft(message.id(), message.queue(), message.call(), end));
    say(message, last, decision);
  }

  /** The last words to the caller, if they are still there. */
  private void say(Message message, List<Prompt> words, Decision decision) {
    Leg leg = calls.books().leg(message.leg());
    if (leg != null && !leg.hangUpAsked()) {
      calls.play(leg.id(), words, true, message.language(), decision);
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
