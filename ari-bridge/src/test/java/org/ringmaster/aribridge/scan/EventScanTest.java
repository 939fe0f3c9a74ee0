// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventScanTest {
  static final String STASIS_START =
      """
      {"type":"StasisStart","timestamp":"2026-11-22T12:00:00.123+0000","args":["in","que\\u0075e"],
      "channel":{"id":"l01-t3k9a2-0000000042","name":"PJSIP/trunk-00000001","state":"Ring",
      "protocol_id":"abc@host","caller":{"name":"Zo\\u00eb \\"Z\\"","number":"+49301234567"},
      "connected":{"name":"","number":""},"accountcode":"","dialplan":{"context":"from-trunk",
      "exten":"4930555","priority":2,"app_name":"Stasis","app_data":"ringmaster,in"},
      "creationtime":"2026-11-22T12:00:00.100+0000","language":"en",
      "channelvars":{"CALL":"c-1","N":null}},
      "asterisk_id":"02:fc:00:00:00:01","application":"ringmaster","news":{"a":[1,{"b":[]}],"c":-1e5}}
      """;

  private final EventScan scan = new EventScan();

  private ScannedEvent read(String json) {
    byte[] bytes = ("??" + json + "??").getBytes(StandardCharsets.UTF_8);
    ScannedEvent event = scan.scan(bytes, 2, bytes.length - 2);
    assertNotNull(event, json);
    return event;
  }

  @Test
  void anArrivalIsReadWhole() {
    ScannedEvent event = read(STASIS_START);
    assertEquals(EventType.STASIS_START, event.type());
    assertEquals(
        Instant.parse("2026-11-22T12:00:00.123Z").toEpochMilli() * 1_000, event.timestampMicros());
    assertEquals("l01-t3k9a2-0000000042", event.text(EventField.CHANNEL_ID));
    assertEquals("PJSIP/trunk-00000001", event.text(EventField.CHANNEL_NAME));
    assertTrue(event.is(EventField.CHANNEL_STATE, "Ring"));
    assertEquals("Zo\u00eb \"Z\"", event.text(EventField.CALLER_NAME));
    assertEquals("+49301234567", event.text(EventField.CALLER_NUMBER));
    assertEquals("4930555", event.text(EventField.DIALPLAN_EXTEN));
    assertEquals(List.of("in", "queue"), event.texts(EventList.ARGUMENTS));
    assertEquals("c-1", event.variable(EventList.CHANNEL_VARIABLES, "CALL"));
    assertEquals("", event.variable(EventList.CHANNEL_VARIABLES, "N"));
    assertEquals("ringmaster", event.text(EventField.APPLICATION));
    assertEquals("02:fc:00:00:00:01", event.text(EventField.ASTERISK_ID));
    assertNull(event.text(EventField.BRIDGE_ID));
    assertEquals(ScannedEvent.NONE, event.number(EventNumber.CAUSE));
  }

  @Test
  void theNextMessageHasNothingOfTheOneBefore() {
    read(STASIS_START);
    ScannedEvent event =
        read(
            "{\"type\":\"ChannelDestroyed\",\"cause\":17,\"cause_txt\":\"User busy\","
                + "\"tech_cause\":486,\"channel\":{\"id\":\"x\"}}");
    assertEquals(EventType.CHANNEL_DESTROYED, event.type());
    assertEquals(17, event.number(EventNumber.CAUSE));
    assertEquals(486, event.number(EventNumber.TECH_CAUSE));
    assertEquals("User busy", event.text(EventField.CAUSE_TEXT));
    assertNull(event.text(EventField.CHANNEL_NAME));
    assertEquals(0, event.count(EventList.ARGUMENTS));
    assertEquals(ScannedEvent.NONE, event.timestampMicros());
  }

  @Test
  void bridgesPlaybacksRecordingsDigitsAndDialsAreRead() {
    ScannedEvent entered =
        read(
            "{\"type\":\"ChannelEnteredBridge\",\"bridge\":{\"id\":\"b1\",\"technology\":\"x\","
                + "\"bridge_type\":\"mixing\",\"channels\":[\"c1\",\"c2\"]},"
                + "\"channel\":{\"id\":\"c2\"}}");
    assertEquals(List.of("c1", "c2"), entered.texts(EventList.BRIDGE_CHANNELS));
    assertEquals("mixing", entered.text(EventField.BRIDGE_TYPE));
    ScannedEvent played =
        read(
            "{\"type\":\"PlaybackFinished\",\"playback\":{\"id\":\"p1\",\"media_uri\":\"sound:a\","
                + "\"target_uri\":\"channel:c1\",\"state\":\"failed\"}}");
    assertEquals("p1", played.text(EventField.PLAYBACK_ID));
    assertEquals("failed", played.text(EventField.PLAYBACK_STATE));
    ScannedEvent recorded =
        read(
            "{\"type\":\"RecordingFinished\",\"recording\":{\"name\":\"r1\",\"format\":\"wav\","
                + "\"state\":\"done\",\"duration\":12,\"target_uri\":\"bridge:b1\"}}");
    assertEquals(12, recorded.number(EventNumber.RECORDING_SECONDS));
    ScannedEvent digit =
        read(
            "{\"type\":\"ChannelDtmfReceived\",\"digit\":\"#\",\"duration_ms\":120,"
                + "\"channel\":{\"id\":\"c1\"}}");
    assertEquals("#", digit.text(EventField.DIGIT));
    assertEquals(120, digit.number(EventNumber.DIGIT_MILLIS));
    ScannedEvent dial =
        read(
            "{\"type\":\"Dial\",\"dialstatus\":\"RINGING\",\"forward\":\"\","
                + "\"peer\":{\"id\":\"c9\",\"state\":\"Ringing\"}}");
    assertEquals("c9", dial.text(EventField.PEER_ID));
    assertEquals("RINGING", dial.text(EventField.DIAL_STATUS));
  }

  @Test
  void aNewKindOfMessageAndValuesOfAnotherKindAreSteppedOver() {
    ScannedEvent event =
        read(
            "{\"type\":\"SomethingNew\",\"channel\":\"a text\",\"args\":{\"x\":1},\"cause\":\"y\"}");
    assertEquals(EventType.UNKNOWN, event.type());
    assertEquals("SomethingNew", event.text(EventField.TYPE));
    assertNull(event.text(EventField.CHANNEL_ID));
  }

  @Test
  void everyKindOfMessageIsKnownByItsName() {
    for (EventType type : EventType.values()) {
      if (type != EventType.UNKNOWN) {
        assertEquals(type, read("{\"type\":\"" + type.wireName() + "\"}").type());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "{}",
        "{\"type\":5}",
        "{\"type\":\"X\"",
        "{\"type\":\"X\",}",
        "{\"type\":\"X\"}}",
        "{\"type\":\"X\" \"y\":1}",
        "{\"type\":\"X\",\"a\":[1,2}",
        "{\"type\":\"X\",\"a\":]}",
        "{\"type\":\"X\",\"channel\":{\"id\":\"",
        "{\"type\":\"X\\",
        "\u0000\u0001garbage"
      })
  void whatIsNoMessageIsNone(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertNull(scan.scan(bytes, 0, bytes.length));
  }

  @Test
  void aMessageCutOffAnywhereIsNone() {
    byte[] bytes = STASIS_START.strip().getBytes(StandardCharsets.UTF_8);
    for (int end = 0; end < bytes.length; end++) {
      assertNull(scan.scan(bytes, 0, end), "cut at " + end);
    }
  }

  @Test
  void brokenBytesAnywhereNeverThrow() {
    byte[] whole = STASIS_START.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(11);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = whole.clone();
      for (int k = 0; k < 3; k++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      ScannedEvent event = scan.scan(bytes, 0, bytes.length);
      if (event != null) {
        for (EventField field : EventField.values()) {
          event.text(field);
        }
        event.texts(EventList.ARGUMENTS);
      }
    }
  }

  @Test
  void nestingWithoutEndCostsNoStack() {
    String deep = "{\"type\":\"X\",\"a\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";
    assertEquals(EventType.UNKNOWN, read(deep).type());
  }
}
