// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("lab")
class OutsideTest {
  private static Lab lab;

  @BeforeAll
  static void start() {
    lab = Lab.start(LabPlan.usual());
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @Test
  void bothAsterisksLoadTheirFilesWithoutAComplaint() {
    assertEquals(List.of(), LabReading.bootComplaints(lab.edge()));
    assertEquals(List.of(), LabReading.bootComplaints(lab.outside().asterisk()));
  }

  @Test
  void allTelephonesAndTheCarrierAreReachableOnceTheLabIsUp() {
    String endpoints = lab.edge().cli("pjsip show endpoints");
    assertEquals(11, endpoints.lines().filter(line -> line.contains("Not in use")).count());
  }

  @Test
  void theClassOfSilenceAndTheSuppliedMusicHaveFiles() {
    String files = lab.edge().cli("moh show files");
    assertTrue(files.contains("sounds/en/silence/1"), files);
    assertTrue(files.contains("moh/macroform"), files);
  }

  @Test
  void withoutThePlatformACallerReachesATelephoneThroughTheFallbackQueue() {
    OutsideCall call =
        lab.outside()
            .call(
                "49301000", "491512345001", CallerBehaviour.talks(DrawnMillis.between(500, 1_000)));
    LabReading.await(
        "the caller has heard an agent and hung up",
        () -> LabReading.lived(lab.outside().asterisk(), call.id(), "CHAN_END"));
    assertTrue(LabReading.lived(lab.outside().asterisk(), call.id(), "HEARD_AGENT"));
  }

  @Test
  void aCallerWithoutPatienceAbandons() {
    lab.outside().telephone("edge", "tel01", TelephoneBehaviour.nobodyThere());
    OutsideCall call =
        lab.outside().call("49301001", "491512345002", CallerBehaviour.abandonsAfter(300));
    LabReading.await(
        "the caller has abandoned",
        () -> LabReading.lived(lab.outside().asterisk(), call.id(), "CHAN_END"));
    assertTrue(LabReading.lived(lab.outside().asterisk(), call.id(), "ABANDONED"));
  }

  @Test
  void theWitnessOfTheEdgeWritesMicrosecondsAndCauses() {
    OutsideCall call =
        lab.outside().call("49301002", "491512345003", CallerBehaviour.abandonsAfter(300));
    LabReading.await(
        "the edge has seen the end of the call",
        () -> LabReading.lines(lab.edge(), "491512345003", "CHAN_END").size() == 1);
    String hangup = LabReading.lines(lab.edge(), "491512345003", "HANGUP").getFirst();
    assertTrue(hangup.matches(".*\"eventtime\":\"\\d{10}\\.\\d{6}\".*"), hangup);
    assertTrue(hangup.contains("\\\"hangupcause\\\":16"), hangup);
    assertTrue(hangup.contains("\"uniqueid\":\"edge-"), hangup);
    assertTrue(LabReading.lived(lab.outside().asterisk(), call.id(), "ABANDONED"));
  }

  @Test
  void callsThatAreUpAreListedAndAllHungUpAtOnce() {
    OutsideCall one = lab.outside().call("49301004", "491512345004", CallerBehaviour.stays());
    OutsideCall other = lab.outside().call("49301004", "491512345005", CallerBehaviour.stays());
    assertTrue(lab.outside().calls().containsAll(List.of(one, other)));
    lab.outside().hangUpAll();
    LabReading.await("nobody is up", () -> lab.outside().calls().isEmpty());
  }

  @Test
  void sippCallersReachTheEdgeAsTheCarrierDoes() {
    try (SippRun callers = SippRun.callers(lab.edge(), SippCallers.of("49301003", 20, 10, 400))) {
      assertEquals(new SippRun.Result(20, 0), callers.await(30_000), callers::errors);
    }
  }
}
