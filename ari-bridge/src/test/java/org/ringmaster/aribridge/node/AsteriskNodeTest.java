// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringmaster.aribridge.node.NodeSettings.RequestPath;
import org.ringmaster.aribridge.support.SimulatedAri.Answer;
import org.ringmaster.aribridge.support.SimulatedAri.Asked;
import org.ringmaster.aribridge.support.Until;
import org.ringmaster.aribridge.transport.AriCounters.Kind;
import org.ringmaster.core.call.CallCommand;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.call.HangupCause;
import org.ringmaster.core.call.LegId;
import org.ringmaster.core.call.LegState;
import org.ringmaster.core.call.SeenLeg;
import org.ringmaster.core.engine.MicroClock;

class AsteriskNodeTest {
  private static final LegId CALLER = new LegId("edge1-1700000000.7");

  private static String channel(String id, String name, String state) {
    return "{\"id\":\"%s\",\"name\":\"%s\",\"state\":\"%s\",\"caller\":{\"number\":\"4930\",\"name\":\"\"}}"
        .formatted(id, name, state);
  }

  private static String destroyed(String id) {
    return "{\"type\":\"ChannelDestroyed\",\"timestamp\":\"2026-11-22T12:00:01.250+0000\",\"cause\":16,"
        + "\"channel\":"
        + channel(id, "x", "Up")
        + "}";
  }

  @ParameterizedTest
  @EnumSource(RequestPath.class)
  void eachConnectFiltersIntroducesAndLists(RequestPath path) {
    try (NodeFixture fixture = new NodeFixture(path)) {
      fixture.server.restOverWebSocket(path == RequestPath.WEBSOCKET);
      fixture.node.start();
      fixture.inputs.await(CallInput.NodeListed.class);
      CallInput.NodeConnected connected = fixture.inputs.await(CallInput.NodeConnected.class);
      assertEquals("22.10.1~x", connected.version());
      assertEquals(1_795_348_800_500_000L, connected.startedAtMicros());
      List<String> asked = fixture.asked("").stream().filter(a -> !a.endsWith("ping")).toList();
      assertEquals(
          List.of(
              "PUT applications/ringmaster/eventFilter",
              "GET asterisk/info",
              "GET channels",
              "GET bridges"),
          asked.subList(asked.size() - 4, asked.size()));
      assertTrue(
          fixture.server.asked().stream()
              .anyMatch(a -> a.body().startsWith("{\"disallowed\":[{\"type\":\"ChannelVarset\"}")));
      assertEquals(NodeState.UP, fixture.node.state());
    }
  }

  @Test
  void theListTellsLegsAndBridgesAndWhoIsUnderOurControl() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET)) {
      fixture.answers.put(
          "GET channels",
          new Answer(
              200,
              "[{\"id\":\"edge1-1.2\",\"name\":\"PJSIP/carrier-00000001\",\"state\":\"Up\",\"new\":{},"
                  + "\"caller\":{\"number\":\"4930123\",\"name\":\"A\"},\"dialplan\":{\"context\":\"c\","
                  + "\"exten\":\"1\",\"priority\":1,\"app_name\":\"Stasis\","
                  + "\"app_data\":\"ringmaster,inbound,49301000,carrier\"}},"
                  + "{\"id\":\"l01-t3k9a2-0000000042\",\"name\":\"PJSIP/tel01-00000002\","
                  + "\"state\":\"Ringing\",\"dialplan\":{\"app_name\":\"AppDial2\"}},"
                  + "{\"id\":\"edge1-1.3\",\"name\":\"PJSIP/x-00000003\",\"state\":\"Up\","
                  + "\"dialplan\":{\"app_name\":\"Queue\",\"app_data\":\"ringmaster\"}},"
                  + "{\"id\":\"l01-t3k9a2-0000000043\",\"name\":\"Snoop/edge1-1.2-00000001\","
                  + "\"state\":\"Up\",\"dialplan\":{\"app_name\":\"WaitForSilence\"}},"
                  + "{\"id\":\"l01-t3k9a2-0000000044\",\"name\":\"Snoop/edge1-1.2-00000002\","
                  + "\"state\":\"Up\",\"dialplan\":{\"app_name\":\"Stasis\","
                  + "\"app_data\":\"ringmaster,silent,SILENCE\"}}]"));
      fixture.answers.put(
          "GET bridges", new Answer(200, "[{\"id\":\"b1\",\"channels\":[\"edge1-1.2\"]}]"));
      fixture.start();
      CallInput.NodeListed listed = fixture.inputs.await(CallInput.NodeListed.class);
      SeenLeg caller = listed.legs().get(0);
      assertTrue(caller.ours());
      assertEquals("inbound", caller.entry());
      assertEquals("49301000", caller.dialled());
      assertEquals("carrier", caller.endpoint());
      assertEquals(LegState.UP, caller.state());
      SeenLeg ringing = listed.legs().get(1);
      assertFalse(ringing.ours());
      assertEquals(LegState.RINGING, ringing.state());
      assertFalse(listed.legs().get(2).ours());
      SeenLeg listens = listed.legs().get(3);
      assertTrue(listens.ours(), "one that listens comes back");
      assertEquals("out", listens.entry());
      SeenLeg isBack = listed.legs().get(4);
      assertTrue(isBack.ours());
      assertEquals(SeenLeg.SILENT, isBack.entry());
      assertEquals("SILENCE", isBack.dialled());
      assertEquals(List.of(new LegId("edge1-1.2")), listed.bridges().getFirst().legs());
    }
  }

  @Test
  void aLostSocketIsToldAndTheListComesAgain() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET).start()) {
      long before = MicroClock.system().micros();
      fixture.server.drop();
      CallInput.NodeLost lost = fixture.inputs.await(CallInput.NodeLost.class);
      assertTrue(lost.heardAtMicros() > before - 60_000_000, "long ago: " + lost);
      assertTrue(lost.heardAtMicros() <= MicroClock.system().micros(), "not yet: " + lost);
      fixture.inputs.await(CallInput.NodeListed.class, 2);
      fixture.event(destroyed("edge1-1.2"));
      CallInput.LegGone gone = fixture.inputs.await(CallInput.LegGone.class);
      assertEquals(HangupCause.NORMAL, gone.cause());
      assertEquals(1_795_348_801_250_000L, fixture.inputs.told().getLast().occurredAtMicros());
    }
  }

  @Test
  void aReplacedApplicationClosesEverythingAndSilencesUs() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET).start()) {
      fixture.event("{\"type\":\"ApplicationReplaced\",\"application\":\"ringmaster\"}");
      fixture.inputs.await(CallInput.NodeFenced.class);
      assertEquals(NodeState.FENCED, fixture.node.state());
      Until.holds(
          "sockets closed",
          () ->
              !fixture.server.hasSocket("ringmaster")
                  && !fixture.server.hasSocket("ringmaster-bulk-1"));
      int handshakes = fixture.server.handshakes();
      int asked = fixture.server.asked().size();
      fixture.node.publish(new CallCommand.AnswerLeg(NodeFixture.NODE, CALLER));
      CallInput.CommandFailed failed = fixture.inputs.await(CallInput.CommandFailed.class);
      assertEquals("fenced", failed.why());
      assertEquals(asked, fixture.server.asked().size());
      assertEquals(handshakes, fixture.server.handshakes());
      assertTrue(fixture.inputs.all(CallInput.NodeLost.class).isEmpty());
    }
  }

  @Test
  void garbageIsCountedTheNodeListedAgainAndTheNextEventRead() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET).start()) {
      fixture.event("{\"type\":\"StasisStart\",\"channel\":{\"id\":");
      fixture.event("not json at all");
      fixture.event("{\"type\":\"NewsFromTheFuture\",\"channel\":{\"id\":\"x\"}}");
      fixture.event(destroyed("edge1-1.2"));
      fixture.inputs.await(CallInput.LegGone.class);
      assertEquals(2, fixture.node.counters().count(Kind.MALFORMED));
      assertEquals(1, fixture.node.counters().count(Kind.UNKNOWN_TYPES));
      fixture.inputs.await(CallInput.NodeListed.class, 2);
      assertTrue(fixture.inputs.all(CallInput.LegArrived.class).isEmpty());
    }
  }

  @Test
  void anInfoThatDoesNotComeMakesANewConnection() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET)) {
      fixture.answers.put("GET asterisk/info", new Answer(500, ""));
      fixture.node.start();
      Until.holds("tried again", () -> fixture.asked("GET asterisk/info").size() > 2);
      fixture.answers.put("GET asterisk/info", new Answer(200, NodeFixture.INFO));
      fixture.inputs.await(CallInput.NodeListed.class);
    }
  }

  @Test
  void oneSlowAnswerDoesNotDecideTheWayOfRequestsForGood() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.AUTO)) {
      AtomicBoolean silent = new AtomicBoolean(true);
      fixture.server.script(
          asked ->
              NodeFixture.key(asked).equals("GET asterisk/info") && silent.getAndSet(false)
                  ? null
                  : fixture.answer(asked));
      fixture.node.start();
      fixture.inputs.await(CallInput.NodeListed.class);
      assertEquals("", fixture.server.asked().getLast().app(), "over HTTP for now");
      fixture.server.drop();
      fixture.inputs.await(CallInput.NodeListed.class, 2);
      fixture.node.publish(new CallCommand.AnswerLeg(NodeFixture.NODE, CALLER));
      Until.holds("answered", () -> !fixture.asked("/answer").isEmpty());
      assertEquals("ringmaster", fixture.server.asked().getLast().app(), "over the socket again");
      Until.holds("bulk socket", () -> fixture.server.hasSocket("ringmaster-bulk-1"));
    }
  }

  @Test
  void anOlderAsteriskInThePlaceOfANewerOneIsReachedOverHttpAndTheNewerOneOverTheSocketAgain() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.AUTO).start()) {
      assertEquals("ringmaster", fixture.server.asked().getLast().app());
      fixture.server.restOverWebSocket(false);
      fixture.server.drop();
      fixture.inputs.await(CallInput.NodeListed.class, 2);
      assertEquals(NodeState.UP, fixture.node.state());
      assertEquals("", fixture.server.asked().getLast().app());
      fixture.server.restOverWebSocket(true);
      fixture.server.drop();
      fixture.inputs.await(CallInput.NodeListed.class, 3);
      assertEquals("ringmaster", fixture.server.asked().getLast().app());
    }
  }

  @Test
  void aListMadeWhileAnOriginateIsUnderWayHoldsItsLeg() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET).start()) {
      fixture.server.script(
          (Asked asked) -> asked.uri().startsWith("channels/l01-") ? null : fixture.answer(asked));
      LegId leg = new LegId("l01-t3k9a2-0000000042");
      fixture.node.publish(Commands.originate(leg, true));
      fixture.node.publish(new CallCommand.ListNode(NodeFixture.NODE));
      fixture.inputs.await(CallInput.NodeListed.class, 2);
      CallInput.NodeListed listed = fixture.inputs.all(CallInput.NodeListed.class).get(1);
      assertEquals(List.of(leg), listed.legs().stream().map(SeenLeg::leg).toList());
      assertEquals(LegState.REQUESTED, listed.legs().getFirst().state());
    }
  }

  @Test
  void aLegGoneBeforeItCouldBeSubscribedToIsLookedForAndNotGivenAnInventedEnd() {
    try (NodeFixture fixture = new NodeFixture(RequestPath.WEBSOCKET).start()) {
      fixture.answers.put("POST applications/ringmaster/subscription", new Answer(422, ""));
      fixture.event(
          "{\"type\":\"StasisStart\",\"timestamp\":\"2026-11-22T12:00:01.250+0000\","
              + "\"args\":[\"inbound\",\"1\"],\"channel\":"
              + channel(CALLER.value(), "PJSIP/carrier-00000001", "Ring")
              + "}");
      fixture.inputs.await(CallInput.NodeListed.class, 2);
      assertTrue(fixture.inputs.all(CallInput.LegGone.class).isEmpty());
    }
  }
}
