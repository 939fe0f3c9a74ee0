// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.journal.FactFrame;
import org.ringmaster.core.journal.FileJournal;
import org.ringmaster.core.journal.JournalOptions;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.testing.ScenarioCentre;

class JournalCheckTest {
  private static final Path KEPT = Path.of("../core/src/test/resources/journals/busy-morning");

  @TempDir Path folder;

  @Test
  void the_journal_kept_in_the_repository_breaks_nothing() {
    JournalCheck check = new JournalCheck(KEPT);
    String json = check.run().json();
    assertEquals(List.of(), check.breaches());
    assertTrue(json.contains("facts checked"), json);
  }

  @Test
  void a_journal_in_which_a_leg_ends_twice_is_caught() {
    List<RecordedFact> facts = new BusyHour(3).passes(60).centre().facts();
    RecordedFact ended =
        facts.stream()
            .filter(fact -> fact.fact() instanceof CallFact.LegEnded)
            .findFirst()
            .orElseThrow();
    FactFrame frame = new FactFrame(ScenarioCentre.CODEC);
    try (FileJournal journal = FileJournal.open(JournalOptions.in(folder, 1).withRoom(0, 0))) {
      facts.forEach(fact -> journal.append(fact.sequence(), frame.encode(fact)));
      journal.append(facts.size() + 1, frame.encode(ended));
    }
    JournalCheck check = new JournalCheck(folder);
    check.run();
    assertEquals(
        List.of("Every leg closes once, with a cause."),
        check.breaches().stream()
            .map(Breach::sentence)
            .filter(sentence -> sentence.contains("leg closes"))
            .toList());
  }
}
