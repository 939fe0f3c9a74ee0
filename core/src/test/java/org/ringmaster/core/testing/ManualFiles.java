// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.testing;

import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.file.FileCommand;
import org.ringmaster.core.file.FileInput;

/** What fetches recorded files, by hand: it does so at once, or fails, or finds nothing. */
public final class ManualFiles {

  /** How a fetch goes. */
  public enum Manner {
    WORKS,
    FAILS,
    FINDS_NOTHING,
    SAYS_NOTHING
  }

  private final ScenarioCentre centre;
  private final List<RecordingId> kept = new ArrayList<>();
  private final List<RecordingId> cleared = new ArrayList<>();
  private Manner manner = Manner.WORKS;
  private int fetches;

  ManualFiles(ScenarioCentre centre) {
    this.centre = centre;
  }

  /** From now on fetches go so. */
  public void are(Manner now) {
    manner = now;
  }

  /** How often a fetch was asked for. */
  public int fetches() {
    return fetches;
  }

  /** What is kept, in order. */
  public List<RecordingId> kept() {
    return List.copyOf(kept);
  }

  /** What nodes were asked to delete. */
  public List<RecordingId> cleared() {
    return List.copyOf(cleared);
  }

  void carryOut(FileCommand command) {
    switch (command) {
      case FileCommand.Fetch fetch -> {
        fetches++;
        switch (manner) {
          case WORKS -> {
            kept.add(fetch.file());
            centre.hear(new FileInput.Fetched(fetch.file(), "a".repeat(64), 16_044, 1_000));
          }
          case FAILS -> centre.hear(new FileInput.FetchFailed(fetch.file(), "no route"));
          case FINDS_NOTHING -> centre.hear(new FileInput.NotThere(fetch.file()));
          case SAYS_NOTHING -> {}
        }
      }
      case FileCommand.Clear clear -> cleared.add(clear.file());
    }
  }
}
