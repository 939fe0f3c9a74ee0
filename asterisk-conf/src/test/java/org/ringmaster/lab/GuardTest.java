// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("lab")
class GuardTest {
  private Lab lab;
  private LabAsterisk edge;

  @BeforeEach
  void start() {
    lab = Lab.start(LabPlan.usual());
    edge = lab.edge();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void waitingCallersReachTheFallbackAndATalkingPairIsLeftAlone() {
    TinyPlatform platform = new TinyPlatform(edge);
    enter(platform, 5);
    List<TinyPlatform.Entered> callers = platform.entered();
    platform.bridge("hold", "holding", callers.get(0).id(), callers.get(1).id());
    platform.music("hold");
    platform.bridge("alone", "mixing", callers.get(2).id());
    platform.ring("tel06", "agent-06");
    LabReading.await("the agent has answered", () -> callers.size() == 6);
    platform.bridge("talk", "mixing", callers.get(4).id(), "agent-06");
    try (Guard guard = Guard.start(edge, 1)) {
      LabReading.await("the guard watches", () -> guard.said().contains("watching"));
      platform.die();
      for (int waiting : new int[] {0, 1, 2, 3}) {
        String caller = "49151100000" + waiting;
        LabReading.await(
            "caller " + waiting + " is in the fallback queue",
            () -> inQueue(caller) || LabReading.lines(edge, caller, "Queue").size() > 0);
      }
      assertEquals(4, guard.said().lines().filter(line -> line.contains("to fallback")).count());
    }
    assertEquals(2, edge.cli("bridge show talk").lines().filter(this::isChannel).count());
  }

  @Test
  void anOpenTelephoneIsFreedForTheFallbackWhichRingsItForACallerWhoWaited() {
    lab.outside().telephone("edge", "tel01", answersAndStays());
    for (String other : List.of("tel02", "tel03", "tel04", "tel05")) {
      lab.outside().telephone("edge", other, TelephoneBehaviour.busy());
    }
    TinyPlatform platform = new TinyPlatform(edge);
    enter(platform, 2);
    platform.ring("tel01", "open-01");
    platform.ring("tel07", "talks-07");
    LabReading.await(
        "both telephones are up",
        () -> platform.hasEntered("open-01") && platform.hasEntered("talks-07"));
    platform.bridge("room", "holding", "open-01");
    platform.bridge("hold", "holding", platform.entered().get(0).id());
    platform.bridge("talk", "mixing", platform.entered().get(1).id(), "talks-07");
    try (Guard guard = Guard.start(edge, 1)) {
      LabReading.await("the guard watches", () -> guard.said().contains("watching"));
      platform.die();

      LabReading.await("the telephone that was open has a caller", this::talksByTheFallback);
      assertEquals(
          1, guard.said().lines().filter(line -> line.contains("hung up")).count(), guard::said);
    }
    assertEquals(2, edge.cli("bridge show talk").lines().filter(this::isChannel).count());
  }

  private boolean talksByTheFallback() {
    List<String[]> legs =
        edge.cli("core show channels concise").lines().map(line -> line.split("!", -1)).toList();
    return bridgesOf(legs, "PJSIP/tel01-", "AppQueue").stream()
        .anyMatch(bridgesOf(legs, "PJSIP/outside-", "Queue")::contains);
  }

  private static List<String> bridgesOf(List<String[]> legs, String name, String application) {
    return legs.stream()
        .filter(leg -> leg[0].startsWith(name) && leg[5].equals(application))
        .map(leg -> leg[leg.length - 2])
        .filter(bridge -> !bridge.isEmpty())
        .toList();
  }

  private static TelephoneBehaviour answersAndStays() {
    return TelephoneBehaviour.answers(DrawnMillis.between(200, 800), DrawnMillis.untilOtherEnds());
  }

  @Test
  void aFrozenPlatformIsToldByItsOldBeatThoughItsSocketIsUp() {
    TinyPlatform platform = new TinyPlatform(edge);
    enter(platform, 1);
    platform.beat(System.currentTimeMillis() / 1_000 - 60);
    try (Guard guard = Guard.start(edge, 1)) {
      LabReading.await("the caller was moved", () -> inQueue("491511000000"));
      assertTrue(guard.said().contains("is gone"));
    }
  }

  @Test
  void aPlatformThatIsThereKeepsItsCallersHoweverLongTheyWait() {
    TinyPlatform platform = new TinyPlatform(edge);
    enter(platform, 1);
    try (Guard guard = Guard.start(edge, 1)) {
      LabReading.await("the guard watches", () -> guard.said().contains("watching"));
      CallerBehaviour threeSeconds =
          new CallerBehaviour(0, DrawnMillis.untilOtherEnds(), "", 0, 3_000);
      OutsideCall clock = lab.outside().call("49301009", "491511000009", threeSeconds);
      LabReading.await("three seconds have passed", () -> !lab.outside().isUp(clock));
      assertEquals(1, guard.said().lines().count(), guard::said);
    }
  }

  private boolean isChannel(String line) {
    return line.startsWith("Channel: PJSIP/");
  }

  private boolean inQueue(String caller) {
    return edge.cli("core show channels concise")
        .lines()
        .anyMatch(line -> line.contains("!Queue!") && line.contains("!" + caller + "!"));
  }

  private void enter(TinyPlatform platform, int upTo) {
    for (int i = platform.entered().size(); i < upTo; i++) {
      int count = i + 1;
      lab.outside().call("4930100" + i, "49151100000" + i, CallerBehaviour.stays());
      LabReading.await("the call has entered", () -> platform.entered().size() == count);
      platform.answer(platform.entered().get(i).id());
    }
  }
}
