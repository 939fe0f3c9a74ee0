// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StateTableTest {
  private enum Door {
    OPEN,
    SHUT
  }

  private record Pushed() implements Fact {}

  private record Pulled() implements Fact {}

  private final StateTable<Door> table =
      new StateTable<>("door", Door.SHUT)
          .arrow(Door.SHUT, Pulled.class, Door.OPEN)
          .arrow(Door.OPEN, Pushed.class, Door.SHUT);

  @Test
  void itFollowsItsArrowsAndRefusesWhatItDoesNotHave() {
    assertEquals(Door.OPEN, table.next(Door.SHUT, new Pulled()));
    assertTrue(table.allows(Door.OPEN, Pushed.class));
    assertFalse(table.allows(Door.SHUT, Pushed.class));
    assertThrows(IllegalStateException.class, () -> table.next(Door.SHUT, new Pushed()));
  }

  @Test
  void itKnowsWhichArrowsNothingTook() {
    table.next(Door.SHUT, new Pulled());
    assertEquals(1, table.neverTaken().size());
    assertEquals(Door.OPEN, table.neverTaken().get(0).from());
  }

  @Test
  void twoArrowsForOneFactAreAMistake() {
    assertThrows(
        IllegalArgumentException.class, () -> table.arrow(Door.SHUT, Pulled.class, Door.SHUT));
  }

  @Test
  void itDrawsItself() {
    assertEquals(
        """
        stateDiagram-v2
          [*] --> SHUT
          SHUT --> OPEN: Pulled
          OPEN --> SHUT: Pushed
        """,
        table.diagram());
  }
}
