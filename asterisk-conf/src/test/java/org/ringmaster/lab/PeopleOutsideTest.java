// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("lab")
class PeopleOutsideTest {
  private static Lab lab;
  private static TinyPlatform platform;

  @BeforeAll
  static void start() {
    lab = Lab.start(LabPlan.usual());
    platform = new TinyPlatform(lab.edge());
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @ParameterizedTest(name = "{0}: {1} ends with cause {2}")
  @CsvSource({
    "busy, 84001, 17",
    "no such number, 85001, 1",
    "congested, 86001, 34",
    "special tones before an answer, 88001, 1",
    "answers and hangs up at once, 73001, 16",
    "a person who talks for a second, 8100010001, 16",
  })
  void numbersEndAsTheirFirstDigitsSay(String who, String number, int cause) {
    String leg = "leg-" + number;
    platform.ring(number + "@" + Lab.TRUNK, leg);
    LabReading.await("the leg has ended: " + who, () -> platform.cause(leg) != null);
    assertEquals(cause, platform.cause(leg));
  }

  @Test
  void aNumberToldOtherwiseDoesSoWhateverItsDigits() {
    lab.outside().callee("4915100000001", CalleeBehaviour.busy());
    platform.ring("4915100000001@" + Lab.TRUNK, "told-1");
    LabReading.await("the leg has ended", () -> platform.cause("told-1") != null);
    assertEquals(17, platform.cause("told-1"));
  }

  @Test
  void aNumberThatRingsOutIsNeverAnswered() {
    platform.ring("83001@" + Lab.TRUNK, "rings-1");
    LabReading.await(
        "it rings", () -> lab.edge().cli("core show channels concise").contains("!Ringing!"));
    platform.hangUp("rings-1");
    LabReading.await("the leg has ended", () -> platform.cause("rings-1") != null);
    assertFalse(platform.hasEntered("rings-1"));
  }

  @Test
  void aMachineGreetsAndBeeps() {
    platform.ring("87000100@" + Lab.TRUNK, "machine-1");
    LabReading.await("it was answered", () -> platform.hasEntered("machine-1"));
    LabReading.await(
        "it has beeped",
        () ->
            !LabReading.lines(lab.outside().asterisk(), "machine", "BEEP").isEmpty()
                || !LabReading.lines(lab.outside().asterisk(), "callee", "BEEP").isEmpty());
    platform.hangUp("machine-1");
  }

  @Test
  void aPersonWhoPressesDigitsIsHeard() {
    platform.ring("720042@" + Lab.TRUNK, "digits-1");
    LabReading.await("both digits came", () -> platform.digits("digits-1").equals("42"));
    platform.hangUp("digits-1");
  }

  @Test
  void sippCallersPressDigitsToo() {
    int before = platform.entered().size();
    try (SippRun callers =
        SippRun.callers(lab.edge(), SippCallers.of("49301005", 1, 1, 4_000).pressing("159", 500))) {
      LabReading.await("the caller is in", () -> platform.entered().size() > before);
      String leg = platform.entered().getLast().id();
      platform.answer(leg);
      LabReading.await("the digits came", () -> platform.digits(leg).equals("159"));
      assertEquals(new SippRun.Result(1, 0), callers.await(20_000), callers::errors);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "Call-Info, <sip:ringmaster>;answer-after=0",
    "Alert-Info, <http://ringmaster>;info=alert-autoanswer"
  })
  void aTelephoneAskedToAnswersAtOnce(String header, String value) {
    lab.outside()
        .telephone(
            "edge",
            "tel06",
            TelephoneBehaviour.answers(DrawnMillis.always(600_000), DrawnMillis.untilOtherEnds()));
    String leg = "auto-" + header;
    platform.ring("tel06", leg, header, value);
    LabReading.await("it was answered", () -> platform.hasEntered(leg));
    platform.hangUp(leg);
    LabReading.await("it has ended", () -> platform.cause(leg) != null);
  }

  @ParameterizedTest(name = "{0} ends with cause {1}")
  @CsvSource({"busy, 17", "away, 19"})
  void aTelephoneThatIsNotWillingSaysSo(String how, int cause) {
    lab.outside().telephone("edge", "tel07", new TelephoneBehaviour(how));
    platform.ring("tel07", "tel-" + how);
    LabReading.await("it has ended", () -> platform.cause("tel-" + how) != null);
    assertEquals(cause, platform.cause("tel-" + how));
  }

  @Test
  void anOpenTelephoneAndACallerHearEachOtherAndTheAgentEndsTheCallWithACode() {
    int before = platform.entered().size();
    OutsideCall agent =
        lab.outside().dialIn("edge", "tel08", "*10", "*3", DrawnMillis.between(300, 600));
    LabReading.await("the agent is in", () -> platform.entered().size() > before);
    TinyPlatform.Entered open = platform.entered().getLast();
    assertEquals("\"telephone\",\"*10\",\"tel08\"", open.arguments());
    platform.answer(open.id());
    OutsideCall caller = lab.outside().call("49301006", "491512345006", CallerBehaviour.stays());
    LabReading.await("the caller is in", () -> platform.entered().size() > before + 1);
    String waiting = platform.entered().getLast().id();
    platform.answer(waiting);
    platform.bridge("open-1", "mixing,dtmf_events", open.id(), waiting);
    LabReading.await("the code came", () -> platform.digits(open.id()).equals("*3"));
    assertTrue(LabReading.lived(lab.outside().asterisk(), agent.id(), "HEARD_CALLER"));
    assertTrue(LabReading.lived(lab.outside().asterisk(), caller.id(), "HEARD_AGENT"));
    lab.outside().hangUp(caller);
    lab.outside().hangUp(agent);
  }
}
