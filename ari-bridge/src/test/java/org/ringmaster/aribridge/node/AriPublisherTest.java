// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.ringmaster.aribridge.node.NodeSettings.RequestPath;
import org.ringmaster.aribridge.support.SimulatedAri.Answer;
import org.ringmaster.aribridge.support.SimulatedAri.Asked;
import org.ringmaster.aribridge.support.Until;
import org.ringmaster.core.call.BridgeId;
import org.ringmaster.core.call.BridgeKind;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.PlaybackId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.call.RecordingLimits;

class AriPublisherTest {
  private static final LegId LEG = new LegId("l01-t3k9a2-0000000042");
  private static final LegId CALLER = new LegId("edge1-1700000000.7");
  private static final BridgeId ROOM = new BridgeId("b01-t3k9a2-0000000043");

  private static List<String> uris(NodeFixture fixture, String part) {
    return fixture.server.asked().stream()
        .filter(asked -> asked.uri().contains(part))
        .map(asked -> asked.method() + " " + asked.uri())
        .toList();
  }

  static void awaitAsked(NodeFixture fixture, String part, int count) {
    Until.holds(count + " of " + part, () -> uris(fixture, part).size() >= count);
  }

  @Test
  void everyCommandBecomesItsRequest() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET).start()) {
      int before = fixture.server.asked().size();
      PlaybackId playback = new PlaybackId("p01-t3k9a2-0000000044");
      RecordingId recording = new RecordingId("r01-t3k9a2-0000000045");
      List<CallCommand> commands =
          List.of(
              new CallCommand.AnswerLeg(NodeFixture.NODE, CALLER),
              new CallCommand.RingLeg(NodeFixture.NODE, CALLER),
              new CallCommand.OpenBridge(NodeFixture.NODE, ROOM, BridgeKind.TALK, null),
              new CallCommand.OpenBridge(NodeFixture.NODE, ROOM, BridgeKind.WAITING_ROOM, "jazz"),
              new CallCommand.OpenBridge(NodeFixture.NODE, ROOM, BridgeKind.AGENT_ROOM, null),
              new CallCommand.OpenBridge(NodeFixture.NODE, ROOM, BridgeKind.ASIDE, null),
              new CallCommand.SnoopLeg(NodeFixture.NODE, LEG, CALLER, false),
              new CallCommand.SnoopLeg(NodeFixture.NODE, LEG, CALLER, true),
              new CallCommand.SnoopLeg(NodeFixture.NODE, LEG, CALLER, false, false),
              new CallCommand.PlayMusic(NodeFixture.NODE, ROOM, "jazz"),
              new CallCommand.PlayMusic(NodeFixture.NODE, ROOM, null),
              new CallCommand.JoinBridge(NodeFixture.NODE, ROOM, List.of(CALLER, LEG)),
              new CallCommand.LeaveBridge(NodeFixture.NODE, ROOM, CALLER),
              new CallCommand.Play(
                  NodeFixture.NODE,
                  playback,
                  CALLER,
                  List.of(Prompt.sound("hello-world"), Prompt.number(7), Prompt.digits("12"))),
              new CallCommand.StopPlay(NodeFixture.NODE, playback),
              new CallCommand.StartRecording(NodeFixture.NODE, recording, ROOM),
              new CallCommand.StopRecording(NodeFixture.NODE, recording),
              new CallCommand.CloseBridge(NodeFixture.NODE, ROOM),
              new CallCommand.ReleaseLeg(NodeFixture.NODE, CALLER),
              new CallCommand.Beat(NodeFixture.NODE, 1_790_000_000),
              new CallCommand.HangUpLeg(NodeFixture.NODE, CALLER, HangupCause.BUSY));
      commands.forEach(fixture.node::publish);
      awaitAsked(fixture, "reason_code", 1);
      String room = "bridges/" + ROOM;
      String snoop = "POST channels/" + CALLER + "/snoop/" + LEG;
      assertEquals(
          List.of(
              "POST channels/" + CALLER + "/answer",
              "POST channels/" + CALLER + "/ring",
              "POST " + room + "?type=mixing%2Cdtmf_events&name=TALK",
              "POST " + room + "?type=holding&name=WAITING_ROOM",
              "POST " + room + "?type=holding&name=AGENT_ROOM",
              "POST " + room + "?type=mixing&name=ASIDE",
              snoop + "?spy=both&whisper=none&app=ringmaster&appArgs=out",
              snoop + "?spy=both&whisper=out&app=ringmaster&appArgs=out",
              snoop + "?spy=in&whisper=none&app=ringmaster&appArgs=out",
              "POST " + room + "/moh?mohClass=jazz",
              "POST " + room + "/moh?mohClass=quiet",
              "POST " + room + "/addChannel?channel=" + CALLER + "%2C" + LEG,
              "POST " + room + "/removeChannel?channel=" + CALLER,
              "POST channels/"
                  + CALLER
                  + "/play/"
                  + playback
                  + "?media=sound%3Ahello-world%2Cnumber%3A7%2Cdigits%3A12",
              "DELETE playbacks/" + playback,
              "POST " + room + "/record?name=" + recording + "&format=wav&ifExists=fail",
              "POST recordings/live/" + recording + "/stop",
              "DELETE " + room,
              "POST channels/" + CALLER + "/continue",
              "POST asterisk/variable?variable=RINGMASTER_BEAT&value=1790000000",
              "DELETE channels/" + CALLER + "?reason_code=17"),
          fixture.server.asked().stream()
              .skip(before)
              .map(asked -> asked.method() + " " + asked.uri())
              .toList());
      assertTrue(fixture.inputs.all(CallInput.CommandFailed.class).isEmpty());
    }
  }

  @Test
  void aTelephoneIsToldWhatCameOfTheTransferThatItAskedFor() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET).start()) {
      int before = fixture.server.asked().size();
      fixture.node.publish(new CallCommand.TellHandOn(NodeFixture.NODE, LEG, true));
      fixture.node.publish(new CallCommand.TellHandOn(NodeFixture.NODE, LEG, false));
      awaitAsked(fixture, "channel_declined", 1);
      assertEquals(
          List.of(
              "POST channels/" + LEG + "/transfer_progress?states=channel_answered",
              "POST channels/" + LEG + "/transfer_progress?states=channel_declined"),
          fixture.server.asked().stream()
              .skip(before)
              .map(asked -> asked.method() + " " + asked.uri())
              .toList());
    }
  }

  @Test
  void onePartyAloneIsRecordedWithinLimitsAndAskedFor() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET).start()) {
      int before = fixture.server.asked().size();
      RecordingId recording = new RecordingId("r01-t3k9a2-0000000045");
      List.of(
              new CallCommand.StartLegRecording(
                  NodeFixture.NODE, recording, CALLER, new RecordingLimits(180, 10, "#")),
              new CallCommand.SeekRecording(NodeFixture.NODE, recording),
              new CallCommand.DropRecording(NodeFixture.NODE, recording))
          .forEach(fixture.node::publish);
      awaitAsked(fixture, "recordings/stored/" + recording, 1);
      assertEquals(
          List.of(
              "POST channels/"
                  + CALLER
                  + "/record?name="
                  + recording
                  + "&format=wav&maxDurationSeconds=180&maxSilenceSeconds=10&terminateOn=%23"
                  + "&beep=true&ifExists=fail",
              "GET recordings/live/" + recording,
              "DELETE recordings/stored/" + recording),
          fixture.server.asked().stream()
              .skip(before)
              .map(asked -> asked.method() + " " + asked.uri())
              .toList());
    }
  }

  @Test
  void anOriginateCarriesTypedValuesOnly() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET).start()) {
      fixture.node.publish(Commands.originate(LEG, true));
      awaitAsked(fixture, LEG.value(), 1);
      Asked asked = fixture.server.asked().getLast();
      assertEquals("ringmaster-bulk-1", asked.app());
      assertEquals(
          "channels/"
              + LEG
              + "?endpoint=PJSIP%2F4930777%40carrier&app=ringmaster&appArgs=out&timeout=13"
              + "&callerId=%22Anna%20x%20Doe%22%20%3C%2B4930555%3E",
          asked.uri());
      assertEquals(
          "{\"variables\":{\"RINGMASTER_CALL\":"
              + "{\"value\":\"c01-t3k9a2-0000000041\",\"report_events\":true}}}",
          asked.body());
    }
  }

  @Test
  void aLegThatIsMadeIsToldWithItsTime() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET).start()) {
      fixture.answers.put(
          "POST channels/" + LEG,
          new Answer(
              200, "{\"id\":\"x\",\"creationtime\":\"2026-11-22T12:00:00.250+0000\",\"y\":1}"));
      fixture.node.publish(Commands.originate(LEG, true));
      assertEquals(LEG, fixture.inputs.await(CallInput.LegMade.class).leg());
      assertEquals(1_795_348_800_250_000L, fixture.inputs.told().getLast().occurredAtMicros());
    }
  }

  @Test
  void anOlderAsteriskGetsPlainVariables() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET)) {
      String info = NodeFixture.INFO.replace("22.10.1", "22.9.0");
      fixture.answers.put("GET asterisk/info", new Answer(200, info));
      fixture.start();
      fixture.node.publish(Commands.originate(LEG, false));
      awaitAsked(fixture, LEG.value(), 1);
      Asked asked = fixture.server.asked().getLast();
      assertEquals("ringmaster", asked.app());
      assertEquals("{\"variables\":{\"RINGMASTER_CALL\":\"c01-t3k9a2-0000000041\"}}", asked.body());
    }
  }

  @Test
  void whatIsAskedOfALegWaitsForItsOriginateAndAHangUpGoesFirst() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET).start()) {
      AtomicBoolean slow = new AtomicBoolean(true);
      fixture.server.script(
          asked -> slow.get() && asked.uri().contains("endpoint=") ? null : fixture.answer(asked));
      fixture.node.publish(Commands.originate(LEG, true));
      awaitAsked(fixture, "endpoint=", 1);
      fixture.node.publish(new CallCommand.RingLeg(NodeFixture.NODE, LEG));
      fixture.node.publish(new CallCommand.HangUpLeg(NodeFixture.NODE, LEG, HangupCause.NORMAL));
      fixture.node.publish(new CallCommand.RingLeg(NodeFixture.NODE, CALLER));
      awaitAsked(fixture, CALLER.value(), 1);
      assertEquals(1, uris(fixture, LEG.value()).size());
      // The answer never comes: after the time-out Asterisk may have made the leg all the same.
      awaitAsked(fixture, LEG.value(), 3);
      assertEquals("DELETE channels/" + LEG + "?reason_code=16", uris(fixture, LEG.value()).get(1));
      assertEquals("POST channels/" + LEG + "/ring", uris(fixture, LEG.value()).get(2));
      assertEquals("timed out", fixture.inputs.await(CallInput.CommandFailed.class).why());
    }
  }

  @Test
  void whatWaitedForALegThatWasRefusedIsLeftOut() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET).start()) {
      fixture.answers.put(
          "POST channels/" + LEG, new Answer(400, "{\"message\":\"no route to 4930777\"}"));
      CountDownLatch hangUpWaits = new CountDownLatch(1);
      fixture.server.script(
          asked -> {
            Until.holds("the hang-up waits", () -> hangUpWaits.getCount() == 0);
            return fixture.answer(asked);
          });
      fixture.node.publish(Commands.originate(LEG, true));
      fixture.node.publish(new CallCommand.HangUpLeg(NodeFixture.NODE, LEG, HangupCause.NORMAL));
      hangUpWaits.countDown();
      CallInput.CommandFailed failed = fixture.inputs.await(CallInput.CommandFailed.class);
      assertEquals("OriginateLeg", failed.what());
      assertEquals(400, failed.statusCode());
      assertEquals(LEG, failed.leg());
      assertEquals("no route to ***", failed.why());
      fixture.node.publish(new CallCommand.RingLeg(NodeFixture.NODE, CALLER));
      awaitAsked(fixture, CALLER.value(), 1);
      assertEquals(1, uris(fixture, LEG.value()).size());
    }
  }

  @Test
  void aHangUpGoesByNameAndAgainByIdWhenTheNameIsUnknown() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET).start()) {
      fixture.event(
          "{\"type\":\"StasisStart\",\"args\":[\"inbound\",\"1\"],\"channel\":{\"id\":\""
              + CALLER
              + "\",\"name\":\"PJSIP/carrier-00000001\",\"state\":\"Ring\"}}");
      fixture.inputs.await(CallInput.LegArrived.class);
      String byName = "channels/PJSIP%2Fcarrier-00000001";
      fixture.answers.put("DELETE " + byName, new Answer(404, ""));
      fixture.node.publish(new CallCommand.HangUpLeg(NodeFixture.NODE, CALLER, HangupCause.NORMAL));
      awaitAsked(fixture, "reason_code", 2);
      assertEquals(
          List.of(
              "DELETE " + byName + "?reason_code=16",
              "DELETE channels/" + CALLER + "?reason_code=16"),
          uris(fixture, "reason_code"));
      assertTrue(fixture.inputs.all(CallInput.CommandFailed.class).isEmpty());
    }
  }

  @Test
  void failuresComeBackWithCommandLegBridgeAndReason() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET).start()) {
      fixture.answers.put(
          "POST bridges/" + ROOM + "/addChannel",
          new Answer(409, "{\"message\":\"Channel not in Stasis application\"}"));
      fixture.node.publish(new CallCommand.JoinBridge(NodeFixture.NODE, ROOM, List.of(LEG)));
      CallInput.CommandFailed failed = fixture.inputs.await(CallInput.CommandFailed.class);
      assertEquals("JoinBridge", failed.what());
      assertEquals(ROOM, failed.bridge());
      assertEquals(LEG, failed.leg());
      assertEquals(409, failed.statusCode());
      assertEquals("Channel not in Stasis application", failed.why());
    }
  }
}
