// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.file.FileFact;
import org.ringmaster.core.file.FileUse;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.recording.PartBegin;
import org.ringmaster.core.recording.PartEnd;
import org.ringmaster.core.recording.RecordingFact;

/** What was recorded of a call and what became of the files, in sentences. Pure functions. */
final class RecordingSentences {

  private RecordingSentences() {}

  static String of(RecordingFact fact) {
    return switch (fact) {
      case RecordingFact.Began f ->
          f.author() == null
              ? "Is recorded, " + where(f) + ": " + word(f.policy()) + "."
              : "Is recorded, as " + f.author() + " asks for it.";
      case RecordingFact.PartBegan f ->
          "Part " + f.number() + " of the recording begins: " + why(f.why()) + ".";
      case RecordingFact.PartEnded f -> "That part ends: " + why(f.why()) + ".";
      case RecordingFact.Paused f -> "The recording is paused" + by(f.author());
      case RecordingFact.Resumed f -> "The recording goes on" + by(f.author());
      case RecordingFact.CardBegan f ->
          "Nothing is recorded while digits of a card are taken" + by(f.author());
      case RecordingFact.Stopped f -> "The recording is stopped" + by(f.author());
      case RecordingFact.Told f ->
          (f.caller() ? "Both were" : f.agent() + " was") + " told that the call is recorded.";
      case RecordingFact.PolicySet f ->
          "How it is recorded is said by "
              + f.by()
              + ", not by "
              + f.queue()
              + ": "
              + word(f.policy())
              + ".";
      case RecordingFact.Ended f -> "The recording is complete.";
    };
  }

  static String of(FileFact fact) {
    return switch (fact) {
      case FileFact.Wanted f -> "The file is to be fetched from " + f.node() + ".";
      case FileFact.FetchFailed f ->
          "The file is not fetched yet, " + f.tries() + " tries: " + f.why() + ".";
      case FileFact.Kept f ->
          "The file is kept: " + f.lengthMillis() + " ms, " + f.bytes() + " bytes.";
      case FileFact.NotThere f -> "There is no such file on its node.";
      case FileFact.Used f ->
          f.author() + (f.use() == FileUse.HEARD ? " listened to it." : " took a copy of it.");
      case FileFact.Deleted f -> "The file was deleted, " + word(f.end()) + by(f.author());
    };
  }

  /** The policy may be another's than the queue's: who said so stands in the sentence before. */
  private static String where(RecordingFact.Began began) {
    return began.queue() == null ? "a call that an agent makes" : "in " + began.queue();
  }

  private static String by(@Nullable Author author) {
    return author == null ? "." : ", by " + author + ".";
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String why(PartBegin why) {
    return switch (why) {
      case TALK -> "they talk";
      case ASKED -> "it was asked for";
      case TAKEN_BACK -> "the caller was taken back";
      case CONSULT -> "the agent consults";
      case CONFERENCE -> "all hear each other";
      case HANDED_ON -> "another agent has the caller";
      case TAKEN_OVER -> "a supervisor has the caller";
      case RESUMED -> "the pause is over";
      case CARD_DIGITS_TAKEN -> "the digits of the card are taken";
      case AFTER_FAILURE -> "the one before failed";
      case AFTER_LOSS -> "the one before was lost from sight";
    };
  }

  private static String why(PartEnd why) {
    return switch (why) {
      case TALK_ENDED -> "the talk is over";
      case HELD -> "the caller is on hold";
      case CONSULT -> "a consultation begins or ends";
      case CONFERENCE -> "a conference begins or ends";
      case HANDED_ON -> "the caller is handed on";
      case PARKED -> "the caller is parked";
      case TAKEN_OVER -> "a supervisor takes the caller over";
      case PAUSED -> "paused";
      case CARD_DIGITS -> "digits of a card are taken";
      case STOPPED -> "stopped";
      case NOT_RECORDED -> "this is not recorded any more";
      case FAILED -> "the node could not record";
      case LOST -> "the node was out of sight";
    };
  }
}
