// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringmaster.aribridge.node.NodeSettings.RequestPath;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.ScreeningStep;
import org.ringmaster.core.call.ScreeningVerdict;

/** A leg of ours that is sent into the dialplan to listen, and comes back. */
class ScreeningEventTest {
  private static final LegId LEG = new LegId("l01-t3k9a2-0000000042");

  @Test
  void whatTheDetectorSaysIsToldAndWhatIsUnclearIsNoVerdict() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET).start()) {
      event(fixture, "StasisStart", "\"out\"");
      event(fixture, "StasisStart", "\"screened\",\"HUMAN\",\"HUMAN-800-800\"");
      event(fixture, "StasisStart", "\"screened\",\"MACHINE\",\"LONGGREETING-1500-1500\"");
      event(fixture, "StasisStart", "\"screened\",\"NOTSURE\",\"TOOLONG-5000\"");
      event(fixture, "StasisStart", "\"screened\",\"HANGUP\",\"\"");
      event(fixture, "StasisStart", "\"silent\",\"SILENCE\"");
      event(fixture, "StasisStart", "\"silent\",\"TIMEOUT\"");
      fixture.inputs.await(CallInput.GreetingEnded.class, 2);
      assertEquals(
          List.of(
              screened(ScreeningVerdict.HUMAN, "HUMAN-800-800"),
              screened(ScreeningVerdict.MACHINE, "LONGGREETING-1500-1500"),
              screened(ScreeningVerdict.UNKNOWN, "TOOLONG-5000"),
              screened(ScreeningVerdict.UNKNOWN, "HANGUP")),
          fixture.inputs.all(CallInput.LegScreened.class));
      assertEquals(
          List.of(
              new CallInput.GreetingEnded(NodeFixture.NODE, LEG, true),
              new CallInput.GreetingEnded(NodeFixture.NODE, LEG, false)),
          fixture.inputs.all(CallInput.GreetingEnded.class));
      assertEquals(1, fixture.inputs.all(CallInput.LegEntered.class).size());
    }
  }

  @Test
  void aLegThatIsSentOutToListenIsSubscribedToBefore() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET).start()) {
      int before = fixture.server.asked().size();
      fixture.node.publish(new CallCommand.ScreenLeg(NodeFixture.NODE, LEG, ScreeningStep.VERDICT));
      fixture.node.publish(
          new CallCommand.ScreenLeg(NodeFixture.NODE, LEG, ScreeningStep.GREETING_END));
      AriPublisherTest.awaitAsked(fixture, "extension=silence", 1);
      String sent = "POST channels/" + LEG + "/continue?context=ringmaster-screening&extension=";
      assertEquals(
          List.of(
              "POST applications/ringmaster/subscription?eventSource=channel%3A" + LEG,
              sent + "verdict&priority=1",
              sent + "silence&priority=1"),
          fixture.server.asked().stream()
              .skip(before)
              .map(asked -> asked.method() + " " + asked.uri())
              .toList());
    }
  }

  @Test
  void talkIsToldWithTheTimeThatItLasted() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET).start()) {
      event(fixture, "ChannelTalkingStarted", "");
      event(fixture, "ChannelTalkingFinished", "", ",\"duration\":640");
      fixture.inputs.await(CallInput.TalkHeard.class, 2);
      assertEquals(
          List.of(
              new CallInput.TalkHeard(NodeFixture.NODE, LEG, true, 0),
              new CallInput.TalkHeard(NodeFixture.NODE, LEG, false, 640)),
          fixture.inputs.all(CallInput.TalkHeard.class));
    }
  }

  @Test
  void talkIsAskedForOnTheLegItself() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET).start()) {
      int before = fixture.server.asked().size();
      fixture.node.publish(new CallCommand.HearTalk(NodeFixture.NODE, LEG, 800));
      fixture.node.publish(new CallCommand.HearTalk(NodeFixture.NODE, LEG, 0));
      AriPublisherTest.awaitAsked(fixture, "remove", 1);
      String sent = "POST channels/" + LEG + "/variable?variable=TALK_DETECT%28";
      assertEquals(
          List.of(sent + "set%29&value=800", sent + "remove%29&value="),
          fixture.server.asked().stream()
              .skip(before)
              .map(asked -> asked.method() + " " + asked.uri())
              .toList());
    }
  }

  private static CallInput.LegScreened screened(ScreeningVerdict verdict, String cause) {
    return new CallInput.LegScreened(NodeFixture.NODE, LEG, verdict, cause);
  }

  private static void event(NodeFixture fixture, String type, String arguments) {
    event(fixture, type, arguments, "");
  }

  private static void event(NodeFixture fixture, String type, String arguments, String more) {
    fixture.event(
        "{\"type\":\""
            + type
            + "\",\"timestamp\":\"2026-11-22T12:00:01.250+0000\",\"args\":["
            + arguments
            + "],\"channel\":{\"id\":\""
            + LEG
            + "\",\"name\":\"Snoop/edge1-1.2-00000001\",\"state\":\"Up\","
            + "\"caller\":{\"name\":\"\",\"number\":\"\"}},\"application\":\"ringmaster\""
            + more
            + "}");
  }
}
