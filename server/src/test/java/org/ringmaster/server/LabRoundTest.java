// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringmaster.server.LabRound.Patient;

class LabRoundTest {
  private final Set<String> dead = new HashSet<>();
  private final Set<String> doNotStart = new HashSet<>();
  private final List<String> done = new ArrayList<>();
  private final LabRound round = new LabRound();
  private boolean deaf;

  private Patient patient(String name) {
    return new Patient(name, () -> !dead.contains(name), () -> start(name));
  }

  private void start(String name) {
    done.add("start " + name);
    if (doNotStart.contains(name)) {
      throw new IllegalStateException("Asterisk did not stay up");
    }
    dead.remove(name);
  }

  private void tell() {
    done.add("tell");
    if (deaf) {
      throw new IllegalStateException("no answer");
    }
  }

  private List<String> look() {
    done.clear();
    round.look(List.of(patient("edge"), patient("outside")), this::tell);
    return List.copyOf(done);
  }

  @Test
  void oneThatIsMissedTwiceIsStartedAgainAndTold() {
    dead.add("edge");
    assertEquals(List.of(), look());
    assertEquals(List.of("start edge", "tell"), look());
    assertEquals(List.of(), look());
  }

  @Test
  void oneThatSomebodyElseStartsInBetweenIsLeftAlone() {
    dead.add("edge");
    assertEquals(List.of(), look());
    dead.clear();
    assertEquals(List.of(), look());
    dead.add("edge");
    assertEquals(List.of(), look());
  }

  @Test
  void oneThatDoesNotStartIsTriedAgainAndTakesNobodysTurn() {
    dead.addAll(List.of("edge", "outside"));
    doNotStart.add("edge");
    assertEquals(List.of(), look());
    assertEquals(List.of("start edge", "start outside", "tell"), look());
    assertEquals(List.of("start edge"), look());
    doNotStart.clear();
    assertEquals(List.of("start edge", "tell"), look());
    assertEquals(List.of(), look());
  }

  @Test
  void whatCouldNotBeToldIsToldAtTheNextLook() {
    dead.add("edge");
    deaf = true;
    look();
    assertEquals(List.of("start edge", "tell"), look());
    assertEquals(List.of("tell"), look());
    deaf = false;
    assertEquals(List.of("tell"), look());
    assertEquals(List.of(), look());
  }
}
