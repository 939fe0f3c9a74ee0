// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.testing.ScenarioCaller;
import org.ringmaster.core.testing.ScenarioCentre;
import org.ringmaster.core.testing.ScenarioPlan;

/** Rooms in which callers wait are opened as they are needed, and closed again. */
class RoomsTest {
  private static final int MANY = 60;

  private final ScenarioCentre centre = ScenarioCentre.open(ScenarioPlan.standard());
  private final List<ScenarioCaller> callers = new ArrayList<>();

  private void wave() {
    for (int i = 0; i < MANY; i++) {
      callers.add(centre.callerRings("500"));
    }
  }

  private void ebb() {
    callers.forEach(ScenarioCaller::hangsUp);
    callers.clear();
  }

  @Test
  void roomsThatEverybodyHasLeftAreClosedButForOne() {
    wave();
    int most = centre.edge().bridges();
    assertTrue(most > 2, "rooms: " + most);
    ebb();
    centre.passes(59);
    assertEquals(most, centre.edge().bridges(), "others may come");
    centre.passes(2);
    assertEquals(1, centre.edge().bridges());
    wave();
    callers.forEach(ScenarioCaller::waits);
    assertEquals(most, centre.edge().bridges());
  }

  @Test
  void whoComesBackIntoARoomKeepsItOpen() {
    wave();
    int most = centre.edge().bridges();
    ebb();
    centre.passes(59);
    wave();
    centre.passes(2);
    callers.forEach(ScenarioCaller::waits);
    assertEquals(most, centre.edge().bridges());
    assertEquals(0, centre.count(CallFact.BridgeClosed.class));
  }

  @Test
  void aRoomIsNotClosedWhileSomebodyIsOnTheWayIn() {
    wave();
    List<ScenarioCaller> first = List.copyOf(callers);
    // The one room of which all are gone last is looked at; whoever comes is sent into the oldest.
    for (int i = first.size() - 1; i >= 0; i--) {
      first.get(i).hangsUp();
    }
    centre.passesMicros(59_500_000);
    centre.edge().losesNext(CallCommand.JoinBridge.class);
    ScenarioCaller late = centre.callerRings("500");
    centre.passes(5);
    late.waits();
    assertEquals(2, centre.edge().bridges(), "theirs, and an empty one");
  }

  @Test
  void roomsThatBecameEmptyWhileThePlatformWasAwayAreClosedToo() {
    wave();
    centre.passes(5);
    centre.edge().isCutOff();
    ebb();
    centre.edge().isBack();
    centre.passes(61);
    assertEquals(1, centre.edge().bridges());
  }

  @Test
  void aStartForgetsNoEmptyRoom() {
    wave();
    ebb();
    centre.dies();
    centre.comesBack();
    centre.passes(61);
    assertEquals(1, centre.edge().bridges());
  }
}
