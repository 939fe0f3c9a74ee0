// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringmaster.asteriskconf.ConfName;
import org.ringmaster.asteriskconf.Extension;
import org.ringmaster.asteriskconf.HostPort;
import org.ringmaster.asteriskconf.InboundNumber;
import org.ringmaster.asteriskconf.Ports;
import org.ringmaster.asteriskconf.Secret;
import org.ringmaster.asteriskconf.Telephone;

@Tag("lab")
class LabLifeTest {

  @Test
  void twoLabsRunSideBySideFromOneTree() {
    try (Lab one = Lab.start(LabPlan.usual());
        Lab other = Lab.start(LabPlan.usual())) {
      for (Lab lab : List.of(one, other)) {
        OutsideCall call =
            lab.outside()
                .call("49301000", "491512345001", CallerBehaviour.talks(DrawnMillis.always(200)));
        LabReading.await(
            "a caller has heard an agent",
            () -> LabReading.lived(lab.outside().asterisk(), call.id(), "HEARD_AGENT"));
      }
      assertNotEquals(one.edge().httpPort(), other.edge().httpPort());
    }
  }

  @Test
  void oneLabHasSeveralEdgesWithTelephonesOfTheSameName() {
    Telephone browser = new Telephone(new ConfName("browser1"), Secret.draw(), null, true);
    EdgePlan first = EdgePlan.usual("edge-a").withTelephones(List.of(browser));
    Ports ports = LabPorts.draw();
    try (Lab lab = Lab.start(LabPlan.of(first, EdgePlan.usual("edge-b").at(ports)))) {
      assertEquals(ports, lab.edges().getLast().ports());
      for (LabAsterisk edge : lab.edges()) {
        assertEquals(List.of(), LabReading.bootComplaints(edge));
        OutsideCall call =
            lab.outside()
                .call(
                    edge.node().value(),
                    "49301000",
                    "491512345001",
                    CallerBehaviour.talks(DrawnMillis.always(200)));
        LabReading.await(
            "a caller has heard an agent",
            () -> LabReading.lived(lab.outside().asterisk(), call.id(), "HEARD_AGENT"));
      }
      assertTrue(lab.edge().cli("pjsip show endpoint browser1").contains("webrtc"));
    }
  }

  @Test
  void anEdgeThatWasKilledStartsAgainOnTheSamePorts() {
    try (Lab lab = Lab.start(LabPlan.usual().withoutOutside())) {
      LabAsterisk edge = lab.edge();
      edge.kill();
      assertFalse(edge.isRunning());
      LabAsterisk again = edge.startAgain();
      assertTrue(again.isRunning());
      assertEquals(edge.httpPort(), again.httpPort());
      assertEquals(0, again.legs());
    }
  }

  @Test
  void aLaterProcessFindsWhatOutlivedUsAndStopsIt() throws Exception {
    LabPlan plan = LabPlan.usual();
    Lab left = Lab.start(plan.lasting(plan.name().value()));
    Lab found = Lab.find(plan.name()).orElseThrow();
    assertEquals(left.edge().ariSecret(), found.edge().ariSecret());
    found.outside().telephone("edge", "tel01", TelephoneBehaviour.busy());
    LabSweep.sweep(found.edge().instance().tree());
    assertTrue(found.edge().isRunning(), "sweeping spares what is to outlive its owner");
    ProcessHandle guard = guard(found);
    found.close();
    LabReading.await("its guard has ended", () -> !guard.isAlive());
    assertFalse(left.edge().isRunning());
    assertFalse(Files.exists(left.edge().instance().folder()));
    assertTrue(Lab.find(plan.name()).isEmpty());
  }

  @Test
  void aLastingLabOfWhichAnEdgeDiedIsRevivedAndTakesTheNewPlanOver() throws Exception {
    LabPlan drawn = LabPlan.usual();
    LabPlan plan = drawn.lasting(drawn.name().value());
    try (Lab first = Lab.findOrStart(plan)) {
      first.edge().kill();
      Guard.end(first.edge().instance());
      Lab again = Lab.findOrStart(plan);
      assertTrue(again.edge().isRunning());
      assertEquals(first.edge().ports(), again.edge().ports());
      assertTrue(guard(again).isAlive());
      assertEquals(first.outside().asterisk().ports(), again.outside().asterisk().ports());
      OutsideCall call =
          again
              .outside()
              .call("49301000", "491512345001", CallerBehaviour.talks(DrawnMillis.always(200)));
      LabReading.await(
          "a caller has heard an agent",
          () -> LabReading.lived(again.outside().asterisk(), call.id(), "HEARD_AGENT"));
      again.close();
    }
  }

  @Test
  void aLastingLabIsToldOnlyWhatItDoesNotKnow() throws Exception {
    LabPlan drawn = LabPlan.usual();
    LabPlan plan = drawn.lasting(drawn.name().value());
    try (Lab first = Lab.findOrStart(plan)) {
      FileTime booted = told(first);
      assertEquals(booted, told(Lab.findOrStart(plan)), "nothing is new");

      EdgePlan more =
          EdgePlan.usual("edge")
              .withNumbers(
                  List.of(new InboundNumber(new Extension("4940555"), new ConfName("fallback"))));
      LabPlan changed = new LabPlan(plan.name(), List.of(more), true, true);
      Lab now = Lab.findOrStart(changed);
      assertTrue(now.edge().cli("dialplan show").contains("4940555"));
      FileTime reloaded = told(now);
      assertNotEquals(booted, reloaded);
      assertEquals(reloaded, told(Lab.findOrStart(changed)));

      Files.writeString(now.edge().instance().folder().resolve("unread"), "");
      assertNotEquals(
          reloaded, told(Lab.findOrStart(changed)), "written, and perhaps not read to the end");
    }
  }

  private static FileTime told(Lab lab) throws IOException {
    return Files.getLastModifiedTime(lab.edge().instance().folder().resolve("etc/extensions.conf"));
  }

  @Test
  void whatADeadOwnerLeftIsSweptAway() throws Exception {
    LabPlan plan = LabPlan.usual().withoutOutside();
    Lab left = Lab.start(plan);
    LabInstance instance = left.edge().instance();
    LabNote note = LabNote.readFrom(instance.note()).orElseThrow();
    LabSweep.sweep(instance.tree());
    assertTrue(left.edge().isRunning(), "the owner, this process, is alive");
    Process dead = new ProcessBuilder("true").start();
    LabNote.Process gone = LabNote.Process.of(dead.toHandle());
    dead.waitFor();
    note.ownedBy(gone).writeTo(instance.note());
    LabSweep.sweep(instance.tree());
    assertFalse(left.edge().isRunning());
    assertFalse(Files.exists(instance.folder()));
  }

  @Test
  void anAsteriskWhoseFolderIsGoneIsEnded() throws Exception {
    Lab lab = Lab.start(LabPlan.usual().withoutOutside());
    LabTree.deleteTree(lab.edge().instance().folder());
    LabSweep.sweep(lab.edge().instance().tree());
    LabReading.await("it has ended", () -> !lab.edge().isRunning());
    assertEquals(List.of(), of(lab.edge()));
  }

  @Test
  void anAsteriskThatHasLostItsKeeperStillRunsAndIsEndedByItsOwnId() {
    Lab lab = Lab.start(LabPlan.usual().withoutOutside());
    LabAsterisk edge = lab.edge();
    loseKeeper(edge);
    assertTrue(edge.isRunning());
    assertEquals(0, LabAsterisk.find(edge.instance()).orElseThrow().legs());
    assertEquals(1, of(edge).size());
    lab.close();
    LabReading.await("it has ended", () -> of(edge).isEmpty());
    assertFalse(Files.exists(edge.instance().folder()));
  }

  @Test
  void anAsteriskThatHasLostKeeperAndFolderIsSweptAway() throws Exception {
    LabAsterisk edge = Lab.start(LabPlan.usual().withoutOutside()).edge();
    loseKeeper(edge);
    LabTree.deleteTree(edge.instance().folder());
    assertEquals(1, of(edge).size());
    LabSweep.sweep(edge.instance().tree());
    LabReading.await("it has ended", () -> of(edge).isEmpty());
  }

  private static void loseKeeper(LabAsterisk edge) {
    ProcessHandle keeper = edge.note().keeper().alive().orElseThrow();
    keeper.destroyForcibly();
    LabReading.await("its keeper is gone", () -> !keeper.isAlive());
  }

  private static List<TreeProcess> of(LabAsterisk edge) {
    return TreeProcess.all(edge.instance().tree()).stream()
        .filter(process -> process.instance().equals(edge.instance()))
        .toList();
  }

  @Test
  void aTelephoneOfSippIsRungByTheFallbackQueue() {
    int port = LabPorts.free();
    try (SippRun telephone = SippRun.telephone(100, port)) {
      Telephone known =
          Telephone.fixed("tel90", Secret.draw(), new HostPort(telephone.address(), port));
      EdgePlan usual = EdgePlan.usual("edge");
      EdgePlan edge =
          new EdgePlan(
              usual.node(),
              List.of(),
              List.of(),
              List.of(known),
              usual.numbers(),
              usual.fallbackQueues().stream().map(q -> q.ringing(List.of(known.name()))).toList(),
              usual.music());
      try (Lab lab = Lab.start(LabPlan.of(edge));
          SippRun callers = SippRun.callers(lab.edge(), SippCallers.of("49301007", 1, 1, 2_000))) {
        LabReading.await(
            "the caller talks with the telephone",
            () -> lab.edge().cli("core show channels concise").contains("PJSIP/tel90"));
        LabReading.await(
            "both are bridged", () -> lab.edge().cli("bridge show all").lines().count() > 1);
        assertEquals(new SippRun.Result(1, 0), callers.await(20_000), callers::errors);
      }
    }
  }

  private static ProcessHandle guard(Lab lab) throws Exception {
    Path note = lab.edge().instance().folder().resolve("guard.pid");
    return LabNote.Process.parse(Files.readString(note)).alive().orElseThrow();
  }
}
