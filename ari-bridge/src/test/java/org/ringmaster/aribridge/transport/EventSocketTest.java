// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ringmaster.aribridge.support.SimulatedAri;
import org.ringmaster.aribridge.support.SimulatedAri.Answer;
import org.ringmaster.aribridge.support.Until;
import org.ringmaster.aribridge.transport.AriCounters.Kind;

class EventSocketTest {
  private static final String APP = "ringmaster";

  private static String event(int number) {
    return "{\"type\":\"ChannelUserevent\",\"number\":" + number + "}";
  }

  @Test
  void twoThousandEventsKeepTheirOrder() {
    try (TransportFixture fixture = new TransportFixture(false, 4, 10).awaitUp()) {
      for (int i = 0; i < 2_000; i++) {
        fixture.server.send(APP, event(i));
      }
      Until.holds("all events", () -> fixture.events.size() == 2_000);
      assertEquals(
          IntStream.range(0, 2_000).mapToObj(EventSocketTest::event).toList(), fixture.events);
    }
  }

  @Test
  void anOversizedEventIsDroppedAndTheNextOneRead() {
    try (TransportFixture fixture = new TransportFixture(false, 4, 10).awaitUp()) {
      fixture.server.send(APP, "{\"type\":\"" + "x".repeat(10_000) + "\"}");
      fixture.server.send(APP, event(1));
      Until.holds("the next event", () -> fixture.events.contains(event(1)));
      assertEquals(1, fixture.counters.count(Kind.OVERSIZED));
      assertEquals(1, fixture.losses.get());
      assertEquals(0, fixture.downs.get());
    }
  }

  @Test
  void aFrameAboveTheLimitCostsTheConnectionOnly() {
    try (TransportFixture fixture = new TransportFixture(false, 4, 10).awaitUp()) {
      fixture.server.send(APP, "{\"type\":\"" + "x".repeat(100_000) + "\"}");
      Until.holds("up again", () -> fixture.ups.get() == 2);
      fixture.server.send(APP, event(2));
      Until.holds("the next event", () -> fixture.events.contains(event(2)));
      assertEquals(1, fixture.counters.count(Kind.OVERSIZED));
    }
  }

  @Test
  void garbageBelowTheFramesCostsTheConnectionOnly() {
    try (TransportFixture fixture = new TransportFixture(false, 4, 10).awaitUp()) {
      fixture.server.sendRaw(APP, new byte[] {(byte) 0xff, (byte) 0xff, 1, 2, 3, 4});
      Until.holds("up again", () -> fixture.ups.get() == 2);
      assertEquals(1, fixture.counters.count(Kind.MALFORMED));
    }
  }

  @Test
  void halfAFrameAndThenADropAreSurvived() {
    try (TransportFixture fixture = new TransportFixture(false, 4, 10).awaitUp()) {
      fixture.server.sendRaw(APP, SimulatedAri.halfFrame());
      fixture.server.drop();
      Until.holds("up again", () -> fixture.ups.get() == 2);
      fixture.server.send(APP, event(3));
      Until.holds("the next event", () -> fixture.events.contains(event(3)));
      assertTrue(fixture.events.stream().noneMatch(text -> text.contains("StasisStart")));
    }
  }

  @Test
  void answersThatCannotBeReadOrThatNobodyAskedForAreCounted() {
    try (TransportFixture fixture = new TransportFixture(false, 4, 10).awaitUp()) {
      fixture.server.send(APP, "{\"type\":\"RESTResponse\",\"request_id\":");
      fixture.server.send(
          APP, "{\"type\":\"RESTResponse\",\"request_id\":\"987654\",\"status_code\":200}");
      Until.holds(
          "both counted",
          () ->
              fixture.counters.count(Kind.MALFORMED) == 1
                  && fixture.counters.count(Kind.LATE_ANSWERS) == 1);
      assertTrue(fixture.await(fixture.ask(AriRequest.get("x"))).ok());
      assertTrue(fixture.events.isEmpty());
    }
  }

  @Test
  void aRequestLargerThanAsteriskTakesIsRefusedHere() {
    try (TransportFixture fixture = new TransportFixture(false, 4, 10).awaitUp()) {
      AriRequest large = AriRequest.post("channels", "\"" + "x".repeat(66_000) + "\"");
      assertEquals(AriAnswer.Kind.REFUSED, fixture.await(fixture.ask(large)).kind());
      assertTrue(fixture.await(fixture.ask(AriRequest.get("x"))).ok());
    }
  }

  @Test
  void aSlowAnswerDoesNotHoldUpEvents() {
    try (TransportFixture fixture = new TransportFixture(false, 4, 10).awaitUp()) {
      fixture.server.script(asked -> asked.uri().equals("slow") ? null : new Answer(204, ""));
      fixture.ask(AriRequest.get("slow").within(10_000));
      Until.holds("asked", () -> !fixture.server.asked().isEmpty());
      fixture.server.send(APP, event(4));
      Until.holds("the event", () -> fixture.events.contains(event(4)));
      assertEquals(1, fixture.transport.outstanding());
    }
  }

  @Test
  void nothingThatIsPrintedHoldsThePassword() {
    try (TransportFixture fixture = new TransportFixture(false, 4, 10)) {
      assertFalse(fixture.server.address().toString().contains(SimulatedAri.PASSWORD));
      AriRequest request = AriRequest.post("channels?endpoint=PJSIP%2F4930123");
      assertEquals("POST channels", request.toString());
    }
  }
}
