// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringmaster.aribridge.support.SimulatedAri.Answer;
import org.ringmaster.aribridge.support.SimulatedAri.Asked;
import org.ringmaster.aribridge.support.Until;
import org.ringmaster.aribridge.transport.AriAnswer.Kind;

/** What REST over WebSocket and pipelined HTTP must both do. */
class BothTransportsTest {
  private static List<String> uris(TransportFixture fixture) {
    return fixture.server.asked().stream().map(Asked::uri).filter(u -> !isPing(u)).toList();
  }

  private static boolean isPing(String uri) {
    return uri.equals("asterisk/ping");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anAnswerComesBackWithStatusAndBody(boolean http) {
    try (TransportFixture fixture = new TransportFixture(http, 8, 100)) {
      fixture.server.script(asked -> new Answer(200, "{\"value\":\"a \\\"b\\\" \\u00e9 \\n\"}"));
      String body = "{\"variables\":{\"X\":\"quote \\\" and \u00fc\"}}";
      AriAnswer answer = fixture.await(fixture.ask(AriRequest.post("channels/a%20b", body)));
      assertTrue(answer.ok());
      assertEquals("{\"value\":\"a \\\"b\\\" \\u00e9 \\n\"}", answer.body());
      Asked asked =
          fixture.server.asked().stream().filter(a -> !isPing(a.uri())).findFirst().orElseThrow();
      assertEquals("POST", asked.method());
      assertEquals("channels/a%20b", asked.uri());
      assertEquals(body, asked.body());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aThousandRequestsArriveInTheOrderOfAsking(boolean http) {
    try (TransportFixture fixture = new TransportFixture(http, 8, 2_000)) {
      List<CompletableFuture<AriAnswer>> answers = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        answers.add(fixture.ask(AriRequest.get("channels/" + i).within(15_000)));
      }
      answers.forEach(answer -> assertTrue(fixture.await(answer).ok()));
      assertEquals(
          IntStream.range(0, 1_000).mapToObj(i -> "channels/" + i).toList(), uris(fixture));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void onlyABoundedNumberIsUnderWayAndTheRestIsRefusedWhenTheQueueIsFull(boolean http) {
    try (TransportFixture fixture = new TransportFixture(http, 3, 5).awaitUp()) {
      fixture.server.script(asked -> isPing(asked.uri()) ? new Answer(204, "") : null);
      List<CompletableFuture<AriAnswer>> answers = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        answers.add(fixture.ask(AriRequest.get("channels/" + i).within(200)));
      }
      assertEquals(Kind.REFUSED, fixture.await(answers.get(8)).kind());
      assertEquals(Kind.REFUSED, fixture.await(answers.get(9)).kind());
      Until.holds("three have left", () -> uris(fixture).size() >= 3);
      assertTrue(fixture.transport.outstanding() <= 3);
      for (int i = 0; i < 8; i++) {
        assertEquals(Kind.TIMED_OUT, fixture.await(answers.get(i)).kind());
      }
      assertTrue(fixture.counters.count(AriCounters.Kind.TIMED_OUT) >= 8);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDropAnswersWhatHadLeftAndSendsWhatWaited(boolean http) {
    try (TransportFixture fixture = new TransportFixture(http, 1, 10).awaitUp()) {
      AtomicBoolean silent = new AtomicBoolean(true);
      fixture.server.script(
          asked -> silent.get() && asked.uri().equals("lost") ? null : new Answer(204, ""));
      CompletableFuture<AriAnswer> lost = fixture.ask(AriRequest.get("lost"));
      CompletableFuture<AriAnswer> waited = fixture.ask(AriRequest.get("waited"));
      Until.holds("the first has left", () -> uris(fixture).contains("lost"));
      fixture.server.drop();
      assertEquals(Kind.DISCONNECTED, fixture.await(lost).kind());
      assertTrue(fixture.await(waited).ok());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRestartOfTheServerIsOverAsSoonAsItListensAgain(boolean http) {
    try (TransportFixture fixture = new TransportFixture(http, 4, 10).awaitUp()) {
      fixture.server.stop();
      Until.holds("noticed", () -> !fixture.transport.isUp() && fixture.downs.get() == 1);
      CompletableFuture<AriAnswer> asked = fixture.ask(AriRequest.get("x").within(10_000));
      fixture.server.restart();
      assertTrue(fixture.await(asked).ok());
      Until.holds("events again", () -> fixture.ups.get() == 2);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPeerThatIsDeadWithoutAWordIsFoundAndLeft(boolean http) {
    try (TransportFixture fixture = new TransportFixture(http, 4, 10).awaitUp()) {
      fixture.server.deaf(true);
      CompletableFuture<AriAnswer> asked = fixture.ask(AriRequest.get("x").within(10_000));
      assertEquals(Kind.DISCONNECTED, fixture.await(asked).kind());
      fixture.server.deaf(false);
      assertTrue(fixture.await(fixture.ask(AriRequest.get("y").within(10_000))).ok());
      assertTrue(fixture.counters.count(AriCounters.Kind.DEAD_PEERS) > 0);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void afterTheFenceNothingLeaves(boolean http) {
    try (TransportFixture fixture = new TransportFixture(http, 1, 10).awaitUp()) {
      fixture.server.script(asked -> null);
      CompletableFuture<AriAnswer> under = fixture.ask(AriRequest.get("under-way"));
      CompletableFuture<AriAnswer> waiting = fixture.ask(AriRequest.get("waiting"));
      Until.holds("the first has left", () -> uris(fixture).contains("under-way"));
      fixture.transport.fence();
      assertEquals(Kind.DISCONNECTED, fixture.await(under).kind());
      assertEquals(Kind.FENCED, fixture.await(waiting).kind());
      assertEquals(Kind.FENCED, fixture.await(fixture.ask(AriRequest.get("late"))).kind());
      assertEquals(List.of("under-way"), uris(fixture));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsAskedFirstOvertakesWhatWaits(boolean http) {
    try (TransportFixture fixture = new TransportFixture(http, 1, 10).awaitUp()) {
      fixture.server.script(asked -> asked.uri().equals("a") ? null : new Answer(204, ""));
      fixture.ask(AriRequest.get("a").within(300));
      CompletableFuture<AriAnswer> later = fixture.ask(AriRequest.get("later"));
      CompletableFuture<AriAnswer> first = new CompletableFuture<>();
      fixture.transport.sendFirst(AriRequest.get("first"), first::complete);
      fixture.await(first);
      fixture.await(later);
      assertEquals(List.of("a", "first", "later"), uris(fixture));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aReplyThatThrowsHarmsNobodyElse(boolean http) {
    try (TransportFixture fixture = new TransportFixture(http, 4, 10).awaitUp()) {
      fixture.transport.send(
          AriRequest.get("bad"),
          answer -> {
            throw new IllegalStateException("on purpose");
          });
      assertTrue(fixture.await(fixture.ask(AriRequest.get("good"))).ok());
      assertEquals(1, fixture.counters.count(AriCounters.Kind.FAULTS));
    }
  }
}
