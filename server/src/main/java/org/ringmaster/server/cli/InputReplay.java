// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.FlightReader;
import org.ringmaster.core.journal.JournalReader;
import org.ringmaster.core.journal.TakenInput;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.dialer.DialerCentre;
import org.ringmaster.dialer.load.LeadFolder;

/**
 * What comes of the recorded inputs when they are decided about again.
 *
 * @param inputs how many there were
 * @param facts how many facts came of them and were the journal's
 * @param complete whether no input is missing, from the very first on
 * @param differsAt the first fact that is another; 0 if none is
 * @param unreadable the files that could not be read, each with the reason
 */
record InputReplay(
    long inputs, long facts, boolean complete, long differsAt, List<String> unreadable) {

  static InputReplay of(Path folder) {
    FactCodec codec = FactCodec.of(DialerCentre.names().build());
    Centre centre = DialerCentre.centre(LeadFolder.beside(folder));
    FlightReader taken = new FlightReader(folder, codec);
    FactFrame frame = new FactFrame(codec);
    Turn turn = new Turn();
    long inputs = 0;
    long facts = 0;
    TakenInput input = taken.next();
    if (input == null || input.inputSequence() != 1) {
      return new InputReplay(0, 0, false, 0, taken.unreadable());
    }
    try (JournalReader reader = new JournalReader(folder, 1)) {
      for (; input != null; input = taken.next()) {
        decide(centre, turn, input);
        inputs++;
        for (RecordedFact fact : turn.facts) {
          if (!reader.next()) {
            return new InputReplay(inputs, facts, !taken.missing(), 0, taken.unreadable());
          }
          if (!same(fact, frame.decode(reader.sequence(), reader.payload()))) {
            return new InputReplay(
                inputs, facts, !taken.missing(), reader.sequence(), taken.unreadable());
          }
          facts++;
        }
      }
    }
    return new InputReplay(inputs, facts, !taken.missing(), 0, taken.unreadable());
  }

  private static void decide(Centre centre, Turn turn, TakenInput input) {
    turn.clear();
    turn.input = input.input();
    turn.request = input.request();
    turn.occurredAtMicros = input.occurredAtMicros();
    turn.recordedAtMicros = input.takenAtMicros();
    turn.aheadMicros = input.aheadMicros();
    centre.kernel().handle(turn);
  }

  /** The number of the input is not compared: a restart counts anew those that led to nothing. */
  private static boolean same(RecordedFact now, RecordedFact was) {
    return now.fact().equals(was.fact())
        && now.sequence() == was.sequence()
        && now.envelope().recordedAtMicros() == was.envelope().recordedAtMicros()
        && now.envelope().occurredAtMicros() == was.envelope().occurredAtMicros();
  }

  boolean same() {
    return differsAt == 0 && (complete || inputs == 0);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    unreadable.forEach(file -> lines.add("Not read: " + file));
    lines.add(line());
    return lines;
  }

  private String line() {
    if (inputs == 0) {
      return "The inputs from the very first on are not kept here: nothing to decide again.";
    }
    String text = inputs + " inputs decided again: ";
    if (differsAt != 0) {
      return text + "ANOTHER FACT at " + differsAt + (complete ? "" : " (inputs are missing)");
    }
    return text + facts + " facts, the same" + (complete ? "" : "; inputs are missing after that");
  }

  Map<String, Object> map() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("inputs", inputs);
    map.put("facts", facts);
    map.put("complete", complete);
    map.put("differsAt", differsAt);
    map.put("unreadable", unreadable);
    map.put("same", same());
    return map;
  }
}
