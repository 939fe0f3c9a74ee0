// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CliPageTest {
  private static final Path PAGE = Path.of("../docs/reference/cli.md");
  private static final List<Verb> VERBS = Verbs.all((source, varFolder) -> 0);

  /** With -Dtest.jvm=-Dringmaster.write=true the file is written instead. */
  @Test
  void thePageInTheDocsIsMadeFromTheVerbs() throws IOException {
    String text = CliPage.text(Verbs.NOUNS, VERBS);
    if (Boolean.getBoolean("ringmaster.write")) {
      Files.writeString(PAGE, text);
    }
    assertEquals(
        text,
        Files.readString(PAGE),
        "run this test with -Dtest.jvm=-Dringmaster.write=true and commit docs/reference/cli.md");
  }

  @Test
  void everyVerbAndParameterIsExplainedAndNamedOnce() {
    Set<String> words = new HashSet<>();
    for (Verb verb : VERBS) {
      assertTrue(words.add(verb.words()), verb.words());
      assertTrue(verb.summary().endsWith("."), verb.words());
      verb.parameters()
          .forEach(one -> assertTrue(one.description().endsWith("."), verb.words() + one.name()));
      boolean known =
          verb.noun().isEmpty()
              || Verbs.NOUNS.stream().anyMatch(noun -> noun.word().equals(verb.noun()));
      assertTrue(known, verb.words());
    }
  }
}
