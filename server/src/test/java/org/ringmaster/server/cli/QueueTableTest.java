// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueueTableTest {

  @Test
  void theTableOfQueuesSaysWhichOfTheServiceLevelsItShows() {
    String heading = QueueVerbs.table(List.of()).lines().getFirst();
    assertTrue(heading.contains("Level (c)"), heading);
  }
}
