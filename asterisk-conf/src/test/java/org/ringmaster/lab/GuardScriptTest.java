// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code guard.sh} beside a program that answers as Asterisks of old and new do. */
class GuardScriptTest {

  @TempDir Path folder;

  private ScriptedAsterisk asterisk;

  @BeforeEach
  void aCallerWaits() throws Exception {
    asterisk = new ScriptedAsterisk(folder);
    asterisk.legs(caller("01", "Up", "hold"));
    asterisk.bridges("hold holding_bridge");
  }

  @AfterEach
  void end() {
    asterisk.close();
  }

  @Test
  void anOldAsteriskThatDoesNotListItsSocketsIsNoReasonToMoveAnybodyWhileThePlatformBeats()
      throws Exception {
    asterisk.beats();
    asterisk.watch();

    asterisk.awaitSecondsOfWatching(4);
    assertEquals(List.of(), asterisk.done());
    assertEquals(1, asterisk.said().lines().count(), asterisk::said);
  }

  @Test
  void onAnOldAsteriskABeatThatStandsStillMeansGone() throws Exception {
    asterisk.beatStandsAt("1790000000");
    asterisk.watch();

    asterisk.await("channel redirect PJSIP/outside-01 fallback,49301000,1");
    assertTrue(asterisk.said().contains("is gone"), asterisk::said);
  }

  @Test
  void soItDoesWhereACommandThatIsNotKnownEndsWithAnError() throws Exception {
    asterisk.failsOnUnknownCommands();
    asterisk.beatStandsAt("1790000000");
    asterisk.watch();

    asterisk.await("channel redirect PJSIP/outside-01 fallback,49301000,1");
  }

  @Test
  void onAnOldAsteriskWithoutABeatNobodyIsMovedAndItIsSaidOnce() throws Exception {
    asterisk.legs(caller("01", "Up", "hold"), telephone("tel01", "Up", "room"));
    asterisk.bridges("hold holding_bridge", "room holding_bridge");
    asterisk.watch();

    asterisk.awaitSecondsOfWatching(4);
    assertEquals(List.of(), asterisk.done());
    assertEquals(
        1,
        asterisk.said().lines().filter(line -> line.contains("cannot be seen")).count(),
        asterisk::said);
  }

  @Test
  void onAnOldAsteriskABeatThatIsLostIsNoReasonEither() throws Exception {
    asterisk.beats();
    asterisk.watch();
    asterisk.awaitSecondsOfWatching(2);
    asterisk.beatIsForgotten();

    asterisk.awaitSecondsOfWatching(6);
    assertEquals(List.of(), asterisk.done());
  }

  @Test
  void aPlatformWithItsSocketAndItsBeatKeepsEverybody() throws Exception {
    asterisk.legs(caller("01", "Up", "hold"), telephone("tel01", "Up", "room"));
    asterisk.bridges("hold holding_bridge", "room holding_bridge");
    asterisk.sockets("other,ringmaster");
    asterisk.beats();
    asterisk.watch();

    asterisk.awaitSecondsOfWatching(4);
    assertEquals(List.of(), asterisk.done());
  }

  @Test
  void aPlatformThatNeverBeatsIsJudgedByItsSocket() throws Exception {
    asterisk.sockets("ringmaster");
    asterisk.watch();
    asterisk.awaitSecondsOfWatching(4);
    assertEquals(List.of(), asterisk.done());

    asterisk.sockets();
    asterisk.await("channel redirect PJSIP/outside-01 fallback,49301000,1");
  }

  @Test
  void aPlatformWithoutASocketIsGoneThoughItsBeatIsThere() throws Exception {
    asterisk.sockets("another");
    asterisk.beats();
    asterisk.watch();

    asterisk.await("channel redirect PJSIP/outside-01 fallback,49301000,1");
  }

  @Test
  void aFrozenPlatformIsGoneThoughItsSocketIsUp() throws Exception {
    asterisk.sockets("ringmaster");
    asterisk.beatStandsAt("1790000000");
    asterisk.watch();

    asterisk.await("channel redirect PJSIP/outside-01 fallback,49301000,1");
  }

  @Test
  void anAsteriskThatDoesNotAnswerTellsNothing() throws Exception {
    asterisk.sockets();
    asterisk.isDown();
    asterisk.watch();

    asterisk.awaitSecondsOfWatching(4);
    assertEquals(List.of(), asterisk.done());
  }

  @Test
  void telephonesThatNobodyTalksToAreHungUpAndAllOthersAreLeftAlone() throws Exception {
    asterisk.sockets();
    asterisk.legs(
        telephone("tel01", "Up", "room"),
        telephone("tel02", "Up", "room"),
        telephone("left-alone", "Up", "over"),
        telephone("in-no-bridge", "Up", ""),
        "Recorder/ARI-1!default!s!1!Up!Record!!!!!3!9!over!id",
        telephone("talks", "Up", "talk"),
        caller("01", "Up", "talk"),
        telephone("consults", "Up", "consult"),
        telephone("is-consulted", "Up", "consult"),
        telephone("attends", "Up", "aside"),
        "Snoop/talks-1!default!s!1!Up!Stasis!ringmaster,aside!!!!3!9!aside!id",
        telephone("rings", "Ringing", ""),
        telephone("elsewhere", "Up", "room").replace("ringmaster,out", "ringmaster2,out"),
        "PJSIP/from-queue-1!telephones!s!1!Up!AppQueue!(Outgoing Line)!!!!3!9!room!id");
    asterisk.bridges(
        "room holding_bridge",
        "over simple_bridge",
        "talk simple_bridge",
        "consult softmix",
        "aside softmix");
    asterisk.watch();

    asterisk.await("channel request hangup PJSIP/tel01-1");
    asterisk.awaitSecondsOfWatching(4);
    assertEquals(
        Set.of(
            "channel request hangup PJSIP/tel01-1",
            "channel request hangup PJSIP/tel02-1",
            "channel request hangup PJSIP/left-alone-1",
            "channel request hangup PJSIP/in-no-bridge-1"),
        Set.copyOf(asterisk.done()));
  }

  @Test
  void callersAreMovedBeforeTelephonesAreHungUp() throws Exception {
    asterisk.sockets();
    asterisk.legs(telephone("tel01", "Up", "room"), caller("01", "Ring", ""));
    asterisk.bridges("room holding_bridge");
    asterisk.watch();

    asterisk.await("channel request hangup PJSIP/tel01-1");
    assertEquals(
        "channel redirect PJSIP/outside-01 fallback,49301000,1", asterisk.done().getFirst());
  }

  @Test
  void aPlatformThatComesBackInTheMiddleKeepsWhoIsLeft() throws Exception {
    asterisk.sockets();
    asterisk.legs(
        caller("01", "Up", "hold"), caller("02", "Up", "hold"), telephone("tel01", "Up", "room"));
    asterisk.bridges("hold holding_bridge", "room holding_bridge");
    asterisk.afterTheFirstMoveTheSocketIsBack();
    asterisk.watch();

    asterisk.awaitSaid("is back");
    assertEquals(1, asterisk.done().size(), () -> asterisk.done().toString());
    assertFalse(asterisk.done().getFirst().contains("hangup"));
  }

  @Test
  void aSocketThatIsBackIsGivenTimeForItsFirstBeat() throws Exception {
    asterisk.sockets("ringmaster");
    asterisk.beatStandsAt("1790000000");
    asterisk.legs();
    asterisk.watch(3);
    asterisk.awaitSecondsOfWatching(1);
    asterisk.sockets();
    asterisk.awaitSaid("is gone");

    asterisk.isDown(); // A look in vain between the two is no other story.
    asterisk.sockets("ringmaster");
    asterisk.isUpAfterALookInVain();
    asterisk.awaitSaid("is back");
    asterisk.legs(caller("01", "Up", "hold"));
    asterisk.beats();

    asterisk.awaitSecondsOfWatching(10);
    assertEquals(List.of(), asterisk.done());
  }

  private static String caller(String number, String state, String bridge) {
    return "PJSIP/outside-%s!from-trunk!49301000!1!%s!Stasis!ringmaster,inbound,49301000,outside!4930555%s!!!3!9!%s!id"
        .formatted(number, state, number, bridge);
  }

  private static String telephone(String name, String state, String bridge) {
    return "PJSIP/%s-1!telephones!s!1!%s!Stasis!ringmaster,out!%s!!!3!9!%s!id"
        .formatted(name, state, name, bridge);
  }
}
