// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.reality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.kernel.Turn;

/** What was told of each leg, in its order. Any thread. */
final class LegStories {

  private final Map<LegId, List<String>> stories = new LinkedHashMap<>();
  private final Map<PlaybackId, LegId> playing = new LinkedHashMap<>();
  private int gone;

  synchronized void take(Turn turn) {
    for (Command command : turn.commands) {
      if (command instanceof CallCommand.Play play) {
        playing.put(play.playback(), play.leg());
      }
    }
    take(turn.input);
  }

  private void take(@Nullable Input input) {
    switch (input) {
      case CallInput.LegArrived in -> add(in.leg(), "arrived");
      case CallInput.LegMade in -> add(in.leg(), "made");
      case CallInput.LegRang in -> add(in.leg(), "rang");
      case CallInput.LegUp in -> add(in.leg(), "up");
      case CallInput.LegEntered in -> add(in.leg(), "entered");
      case CallInput.LegJoined in -> add(in.leg(), "joined");
      case CallInput.LegLeft in -> add(in.leg(), "left");
      case CallInput.LegGone in -> {
        add(in.leg(), "gone " + in.cause().word());
        gone++;
      }
      case CallInput.DigitPressed in -> add(in.leg(), "pressed " + in.digit());
      case CallInput.PlaybackEnded in -> {
        LegId leg = playing.get(in.playback());
        if (leg != null) {
          add(leg, in.failed() ? "prompt failed" : "prompt over");
        }
      }
      case CallInput.CommandFailed in when in.leg() != null -> add(in.leg(), "failed " + in.what());
      case null, default -> {}
    }
  }

  private void add(LegId leg, String word) {
    stories.computeIfAbsent(leg, id -> new ArrayList<>()).add(word);
  }

  /** Whether there is a story and every one has come to its end. */
  synchronized boolean areOver() {
    return gone > 0 && gone >= stories.size();
  }

  /** One line for each leg, in alphabetical order. */
  synchronized List<String> lines() {
    return stories.values().stream().map(story -> String.join(", ", story)).sorted().toList();
  }

  /** Begins anew. */
  synchronized void forget() {
    stories.clear();
    gone = 0;
  }
}
