// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.typed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.loway.oss.ari4java.ARI;
import ch.loway.oss.ari4java.generated.models.AsteriskPing;
import ch.loway.oss.ari4java.generated.models.Channel;
import ch.loway.oss.ari4java.generated.models.ChannelDestroyed;
import ch.loway.oss.ari4java.generated.models.Message;
import ch.loway.oss.ari4java.tools.ARIException;
import ch.loway.oss.ari4java.tools.AriCallback;
import ch.loway.oss.ari4java.tools.RestException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringmaster.aribridge.support.SimulatedAri;
import org.ringmaster.aribridge.support.SimulatedAri.Answer;
import org.ringmaster.aribridge.support.SimulatedAri.Asked;
import org.ringmaster.aribridge.support.Until;
import org.ringmaster.aribridge.transport.AriCounters.Kind;
import org.ringmaster.aribridge.transport.EventLoops;

class TypedAriTest {
  private final SimulatedAri server = new SimulatedAri();
  private final EventLoops loops = new EventLoops(1);
  private TypedAri typed;
  private ARI ari;

  /** Keeps what it is told. */
  private static final class Keeping<T> implements AriCallback<T> {
    final List<T> results = new CopyOnWriteArrayList<>();
    final List<RestException> failures = new CopyOnWriteArrayList<>();

    @Override
    public void onSuccess(T result) {
      results.add(result);
    }

    @Override
    public void onFailure(RestException failure) {
      failures.add(failure);
    }
  }

  @BeforeEach
  void start() throws ARIException {
    typed = new TypedAri(loops, server.address());
    ari = typed.client("app");
  }

  @AfterEach
  void stop() {
    // ari4java unsubscribes from whatever the application is subscribed to.
    server.script(
        asked ->
            new Answer(
                200,
                "{\"name\":\"app\",\"channel_ids\":[],\"bridge_ids\":[],"
                    + "\"endpoint_ids\":[],\"device_names\":[]}"));
    ari.cleanup();
    server.close();
    loops.close();
  }

  @Test
  void aTypedRequestGoesOutAndItsModelComesBack() throws RestException {
    server.script(
        asked ->
            new Answer(
                200,
                "{\"id\":\"l1\",\"name\":\"PJSIP/x-1\",\"state\":\"Down\",\"from_the_future\":{}}"));
    Channel channel =
        ari.channels()
            .originate("PJSIP/100")
            .setApp("app")
            .setChannelId("l1")
            .setVariables(Map.of("A", "b \"c\""))
            .execute();
    assertEquals("PJSIP/x-1", channel.getName());
    Asked asked = server.asked().getLast();
    assertEquals("POST", asked.method());
    assertTrue(asked.uri().startsWith("channels?"), asked.uri());
    assertTrue(asked.uri().contains("endpoint=PJSIP%2F100"), asked.uri());
    assertEquals("{\"variables\":{\"A\":\"b \\\"c\\\"\"}}", asked.body());
  }

  @Test
  void anErrorIsThrownWithItsCodeAndWords() {
    server.script(asked -> new Answer(404, "{\"message\":\"Channel not found\"}"));
    RestException failure =
        assertThrows(RestException.class, () -> ari.channels().hangup("x").execute());
    assertEquals(404, failure.getCode());
  }

  @Test
  void manyRequestsAtOnceAreAllAnswered() throws RestException {
    server.script(asked -> new Answer(200, "{\"ping\":\"pong\",\"asterisk_id\":\"x\"}"));
    Keeping<AsteriskPing> pings = new Keeping<>();
    for (int i = 0; i < 200; i++) {
      ari.asterisk().ping().execute(pings);
    }
    Until.holds("all pings", () -> pings.results.size() == 200);
  }

  @Test
  void eventsComeInOrderAndUnknownOnesAreLeftOut() throws ARIException {
    Keeping<Message> events = new Keeping<>();
    ari.eventsCallback(events);
    Until.holds("connected", () -> server.hasSocket("app") && ari.isWsConnected());
    server.send("app", "{\"type\":\"CallClaimed\",\"winner_app\":\"x\"}");
    for (int i = 0; i < 500; i++) {
      server.send(
          "app",
          "{\"type\":\"ChannelDestroyed\",\"cause\":%d,\"tech_cause\":486,\"channel\":{\"id\":\"x\"}}"
              .formatted(i));
    }
    Until.holds("all events", () -> events.results.size() == 500);
    for (int i = 0; i < 500; i++) {
      assertEquals(i, ((ChannelDestroyed) events.results.get(i)).getCause());
    }
    assertEquals(List.of(), events.failures);
    assertEquals(1, typed.counters().count(Kind.UNKNOWN_TYPES));
  }

  @Test
  void aBlockingRequestInsideAnEventIsRefusedInsteadOfWaitingForItself() throws ARIException {
    CompletableFuture<RestException> refused = new CompletableFuture<>();
    ari.eventsCallback(
        new AriCallback<>() {
          @Override
          public void onSuccess(Message event) {
            try {
              ari.asterisk().ping().execute();
            } catch (RestException expected) {
              refused.complete(expected);
            }
          }

          @Override
          public void onFailure(RestException failure) {}
        });
    Until.holds("connected", () -> server.hasSocket("app") && ari.isWsConnected());
    server.send("app", "{\"type\":\"ApplicationReplaced\"}");
    assertTrue(refused.join().getMessage().contains("event loop"));
  }

  @Test
  void anAnswerInsideAnEventNeedsNoOtherThread() throws ARIException {
    AtomicInteger answered = new AtomicInteger();
    Keeping<Void> answers = new Keeping<>();
    ari.eventsCallback(
        new AriCallback<>() {
          @Override
          public void onSuccess(Message event) {
            answered.incrementAndGet();
            try {
              ari.channels().answer("x").execute(answers);
            } catch (RestException failure) {
              throw new IllegalStateException(failure);
            }
          }

          @Override
          public void onFailure(RestException failure) {}
        });
    Until.holds("connected", () -> server.hasSocket("app") && ari.isWsConnected());
    for (int i = 0; i < 100; i++) {
      server.send("app", "{\"type\":\"StasisStart\",\"args\":[],\"channel\":{\"id\":\"x\"}}");
    }
    Until.holds("all answered", () -> answers.results.size() == 100);
    assertEquals(100, answered.get());
  }

  @Test
  void aRecordingIsFetchedAsBytes() throws RestException {
    server.script(asked -> new Answer(200, "RIFF"));
    assertEquals(4, ari.recordings().getStoredFile("r1").execute().length);
    assertEquals("recordings/stored/r1/file", server.asked().getLast().uri());
  }
}
