// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.callback.CallbackFact;
import org.ringmaster.core.file.FileFact;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.queue.Choice;
import org.ringmaster.core.queue.Overflow;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.Reason;
import org.ringmaster.core.queue.WaitChoice;
import org.ringmaster.core.recording.RecordingFact;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.core.steering.SteeringFact;
import org.ringmaster.core.supervision.SupervisionFact;
import org.ringmaster.core.talk.TalkFact;
import org.ringmaster.core.voicemail.VoicemailFact;

/**
 * Says of a call in plain words how it found its agent: why this one, why then. Made from the
 * call's own facts, so it says what was decided and not what would be decided now.
 */
public final class Explanation {

  private static final long MILLIS_PER_SECOND = 1_000;

  private Explanation() {}

  /** One sentence; the instant in epoch microseconds. */
  public record Sentence(long atMicros, String text) {}

  /**
   * The sentences about a call, from its ladder, in the order in which it was decided. What was
   * decided has the platform's time and what was seen that of the node, which may be behind: no
   * sentence has an earlier time than the one before it.
   */
  public static List<Sentence> of(List<LadderStep> steps) {
    List<LadderStep> facts = new ArrayList<>(steps);
    facts.removeIf(step -> !(step.what() instanceof Fact));
    facts.sort(Comparator.comparingLong(LadderStep::sequence));
    List<Sentence> sentences = new ArrayList<>();
    long at = 0;
    for (LadderStep step : facts) {
      String text = sentence((Fact) step.what());
      boolean isSaid = !sentences.isEmpty() && sentences.getLast().text().equals(text);
      if (text != null && !(isSaid && step.what() instanceof QueueFact.OverflowDeferred)) {
        at = Math.max(at, step.atMicros());
        sentences.add(new Sentence(at, text));
      }
    }
    return List.copyOf(sentences);
  }

  private static @Nullable String sentence(Fact fact) {
    return switch (fact) {
      case QueueFact.EntryJoined f -> joined(f);
      case CallbackFact f -> CallbackSentences.of(f);
      case VoicemailFact f -> VoicemailSentences.of(f);
      case SupervisionFact f -> SupervisionSentences.of(f);
      case RecordingFact f -> RecordingSentences.of(f);
      case FileFact f -> RecordingSentences.of(f);
      case SteeringFact f -> SteeringSentences.of(f);
      case QueueFact.PlaceOffered f ->
          f.agent()
              + " was offered the kept place after "
              + seconds(f.choice().waitedMillis())
              + ".";
      case QueueFact.PlaceUnoffered f -> f.agent() + " did not take it; the place is kept.";
      case QueueFact.NotJoined f ->
          "Was not let into " + f.queue() + ", " + why(f.reason()) + ", and " + sent(f.target());
      case QueueFact.EntryPrioritised f -> "Was given priority " + f.priority() + ".";
      case QueueFact.EntryHeldBack f -> heldBack(f);
      case QueueFact.OverflowDeferred f ->
          "Has waited as long as "
              + f.queue()
              + " allows, and waits on: "
              + f.trunk()
              + " is full.";
      case CallFact.ForwardFailed f -> "Nobody outside took the call.";
      case QueueFact.EntryOffered f -> offered(f);
      case QueueFact.EntryUnoffered f -> f.agent() + " did not take the call; the caller waits on.";
      case QueueFact.EntryConnected f -> "Talks with " + f.agent() + ".";
      case QueueFact.EntryReturned f ->
          f.agent() + " was lost before the two could talk; the caller has the old place again.";
      case QueueFact.EntryCompleted f ->
          "The talk with " + f.agent() + " ended: " + f.end().name().toLowerCase(Locale.ROOT) + ".";
      case QueueFact.EntryAbandoned f ->
          "Hung up after "
              + seconds(f.waitedMillis())
              + (f.whileRinging() ? " while an agent was being rung." : " while waiting.");
      case QueueFact.EntryOverflowed f ->
          "Left " + f.queue() + ", " + why(f.reason()) + ", and " + sent(f.target());
      case TalkFact talkFact -> Handling.sentence(talkFact);
      case QueueFact.Turned f ->
          f.closed() ? "Dialled a number that was closed." : "Dialled a number that leads nowhere.";
      case QueueFact.Welcomed f ->
          "Hears the welcome of the number, on the way to " + f.queue() + ".";
      case QueueFact.CallerTold f -> told(f);
      case QueueFact.KeyChosen f -> "Pressed " + f.key() + ": " + chosen(f.choice()) + ".";
      default -> null;
    };
  }

  private static String chosen(WaitChoice choice) {
    return switch (choice) {
      case OVERFLOW -> "to be sent on";
      case QUEUE -> "another queue";
      case ANNOUNCE -> "to hear their place";
      case CALLBACK -> "to be called back";
      case VOICEMAIL -> "to leave a message";
    };
  }

  private static String joined(QueueFact.EntryJoined f) {
    StringBuilder text = new StringBuilder("Joined ").append(f.queue());
    if (f.priority() != 0) {
      text.append(" with priority ").append(f.priority());
    }
    if (f.creditMillis() > 0) {
      text.append("; ").append(seconds(f.creditMillis())).append(" waited before count");
    }
    if (f.wanted() != null) {
      text.append("; is kept at first for ").append(f.wanted()).append(", whom they know");
    }
    return text.append('.').toString();
  }

  private static String told(QueueFact.CallerTold f) {
    StringBuilder text = new StringBuilder("Was told");
    text.append(f.placeSaid() ? " they are number " + f.place() : "");
    if (f.waitSeconds() > 0) {
      text.append(f.placeSaid() ? " and" : "").append(" to wait ").append(f.waitSeconds());
      text.append(" s; foreseen ").append(f.p50Seconds()).append(" s for half, ");
      text.append(f.p80Seconds()).append(" s for four in five");
    } else if (!f.placeSaid() && !f.callbackOffered()) {
      text.append(" that many wait");
    }
    if (f.callbackOffered()) {
      text.append(f.placeSaid() || f.waitSeconds() > 0 ? ", and" : "");
      text.append(" that they can be called back");
    }
    return text.append('.').toString();
  }

  private static String heldBack(QueueFact.EntryHeldBack f) {
    return "Waits although an agent is free: "
        + f.keptFor()
        + " keeps "
        + f.kept()
        + " for its own callers.";
  }

  private static String offered(QueueFact.EntryOffered f) {
    Choice choice = f.choice();
    if (choice == null) {
      return f.agent() + " was offered the call.";
    }
    StringBuilder text =
        new StringBuilder(f.agent().value()).append(" was offered the call after ");
    text.append(seconds(choice.waitedMillis())).append(", when ").append(why(choice.why()));
    text.append(": ").append(rule(choice));
    if (choice.next() != null) {
      text.append("; else ").append(choice.next()).append(" would have been");
    }
    text.append(". ").append(choice.waiting()).append(choice.waiting() == 1 ? " waits" : " wait");
    return text.append(" in the queue.").toString();
  }

  private static String rule(Choice choice) {
    if (choice.free() == 1) {
      return "nobody else was free who may answer";
    }
    String among = " of " + choice.free() + " who were free";
    return switch (choice.strategy()) {
          case LONGEST_IDLE -> "idle longest" + among + ", for " + seconds(choice.idleMillis());
          case RINGALL -> "all" + among + " are rung";
          case LEASTRECENT -> "whose last call here ended first" + among;
          case FEWESTCALLS -> "with the fewest calls here" + among;
          case RANDOM, WRANDOM -> "drawn by lot" + among;
          case RRMEMORY, RRORDERED -> "next in the round" + among;
          case LINEAR -> "first in the list" + among;
          case SKILLS -> "who fits best (" + choice.fit() + ")" + among;
        }
        + (choice.strategy() != Strategy.WRANDOM && choice.penalty() > 0
            ? ", with penalty " + choice.penalty()
            : "");
  }

  private static String why(Choice.Why why) {
    return switch (why) {
      case CALLER_CAME -> "the caller came";
      case AGENT_FREE -> "an agent became free";
      case RELAXED -> "the wait allowed other agents";
      case TRIED_AGAIN -> "another agent had not answered";
      case RESERVE_MET -> "another queue had enough agents left";
      case PULLED -> "a supervisor wanted it";
      case OWN_CALL -> "the agent wanted to call";
    };
  }

  private static String why(@Nullable Reason reason) {
    if (reason == null) {
      return "where nobody came in time";
    }
    return switch (reason) {
      case MAX_WAIT -> "having waited as long as it allows";
      case EMPTY -> "where nobody is there who could answer";
      case FULL -> "which is full";
      case REMOVED -> "which is no longer there";
      case KEY -> "by a key they pressed";
      case CLOSED -> "whose hours were over";
      case SUPERVISOR -> "as a supervisor wanted";
      case SHUT -> "which a supervisor has closed";
      case MACHINE -> "being an answering machine";
    };
  }

  private static String sent(Overflow target) {
    return switch (target.kind()) {
      case QUEUE -> "was sent to " + target.queue() + ".";
      case PROMPT -> "hears a message.";
      case NUMBER -> "is passed on through " + target.trunk() + ".";
      case CALLBACK -> "is called back when the place comes up.";
      case VOICEMAIL -> "is asked for a message.";
      case HANG_UP -> "was hung up.";
    };
  }

  private static String seconds(long millis) {
    return millis < MILLIS_PER_SECOND ? millis + " ms" : millis / MILLIS_PER_SECOND + " s";
  }
}
