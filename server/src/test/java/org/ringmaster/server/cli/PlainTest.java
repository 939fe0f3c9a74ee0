// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainTest {
  private static final String HOSTILE = "A\u202eB\u001b[2JC\rD\nE\u2028F\u0007";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
  private final Terminal terminal = new Terminal(stream, stream);

  @Test
  void aNameTurnsNoLineAroundAndMovesNoCursor() {
    Table table = new Table("Agent", "Name");
    table.add("anna", HOSTILE);
    assertEquals("anna   A\ufffdB\ufffd[2JC\ufffdD\ufffdE\ufffdF\ufffd", table.lines().getLast());
    terminal.line("Talks with " + HOSTILE);
    assertEquals(
        "Talks with A\ufffdB\ufffd[2JC\ufffdD\nE\ufffdF\ufffd\n",
        out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void lettersOfAllLanguagesAndSignsAreLeftAsTheyAre() {
    String family = "\ud83d\udc69\u200d\ud83d\udc67";
    String many = "Zo\u00eb \u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u6f22\u5b57 " + family;
    assertEquals(many, Plain.text(many));
  }

  @Test
  void jsonSaysTheSameInEscapes() {
    terminal.json(Map.of("name", "A\u202eB\u00eb"));
    assertEquals(
        "{\n  \"name\" : \"A\\u202eB\u00eb\"\n}\n",
        out.toString(StandardCharsets.UTF_8).replace("\r", ""));
  }
}
