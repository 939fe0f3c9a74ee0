// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {
  private final Schema now = FactCodec.of(Samples.REGISTRY).schema();

  @Test
  void everyFieldHasItsNumberNameAndType() {
    assertTrue(
        now.text().contains("said.hello\n  1 to: Samples.ThingId (string)\n  2 times: int32\n"));
    assertTrue(now.text().contains("record Samples.Skill\n  1 name: string\n  2 level: int32\n"));
    assertTrue(now.text().contains("enum Samples.Colour\n  RED\n  GREEN\n"), now.text());
    assertTrue(now.text().contains("  6 map: map of Samples.ThingId (string) to int32\n"));
  }

  @Test
  void theTextIsReadBackAsItWas() {
    assertEquals(now, Schema.parse("# a comment\n\n" + now.text()));
    assertEquals(List.of(), now.breaks(now));
  }

  @Test
  void appendingBreaksNothing() {
    Schema earlier =
        Schema.parse("sample.numbers\n  1 a: int64\n  2 b: int32\nenum Samples.Colour\n  GREEN\n");
    assertEquals(List.of(), now.breaks(earlier));
  }

  @Test
  void removingReorderingRetypingAndRenamingBreak() {
    assertEquals(1, broken("said.gone\n  1 a: int64\n"));
    assertEquals(1, broken("said.nothing\n  1 a: int64\n"));
    assertEquals(2, broken("said.hello\n  1 times: int32\n  2 to: Samples.ThingId (string)\n"));
    assertEquals(1, broken("sample.numbers\n  1 a: int32\n"));
    assertEquals(1, broken("sample.numbers\n  1 z: int64\n"));
    assertEquals(1, broken("enum Samples.Colour\n  BLUE\n"));
    assertEquals(0, broken("enum Samples.Mood\n  ANGRY\n"));
  }

  private int broken(String earlier) {
    return now.breaks(Schema.parse(earlier)).size();
  }
}
