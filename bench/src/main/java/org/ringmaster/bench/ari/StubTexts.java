// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What Asterisk 22 would say of a {@link StubCall}, member by member. One thread. */
final class StubTexts {
  static final String INFO =
      "{\"system\":{\"version\":\"22.10.1\",\"entity_id\":\"02:fc:00:00:00:01\"},"
          + "\"status\":{\"startup_time\":\"2026-11-22T12:00:00.500+0000\","
          + "\"last_reload_time\":\"2026-11-22T12:00:00.500+0000\"}}";

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.").withZone(ZoneOffset.UTC);
  private static final int MILLIS = 1_000;

  private long second;
  private String secondText = "";

  /** Now, as Asterisk writes it. */
  String now() {
    long millis = System.currentTimeMillis();
    if (millis / MILLIS != second) {
      second = millis / MILLIS;
      secondText = SECONDS.format(Instant.ofEpochSecond(second));
    }
    long rest = millis % MILLIS;
    return secondText + (rest < 10 ? "00" : rest < 100 ? "0" : "") + rest + "+0000";
  }

  String channel(StubCall call) {
    return "{\"id\":\""
        + call.id
        + "\",\"name\":\""
        + call.name
        + "\",\"state\":\""
        + (call.up ? "Up" : "Ring")
        + "\",\"protocol_id\":\"4f1c-"
        + call.id
        + "\",\"caller\":{\"name\":\"\",\"number\":\""
        + call.number
        + "\"},\"connected\":{\"name\":\"\",\"number\":\"\"},\"accountcode\":\"\","
        + "\"dialplan\":{\"context\":\"from-carrier\",\"exten\":\""
        + EngineUnderTest.NUMBER
        + "\",\"priority\":2,\"app_name\":\"Stasis\",\"app_data\":\""
        + call.app
        + ",inbound,"
        + EngineUnderTest.NUMBER
        + "\"},\"creationtime\":\""
        + call.createdAt
        + "\",\"language\":\"en\"}";
  }

  String stasisStart(StubCall call) {
    return event(
        "StasisStart",
        "\"args\":[\"inbound\",\"" + EngineUnderTest.NUMBER + "\"],\"channel\":" + channel(call),
        call);
  }

  /** An event that tells nothing but that it happened to the channel. */
  String plain(String type, StubCall call) {
    return event(type, "\"channel\":" + channel(call), call);
  }

  /** An event that tells why, too. */
  String withCause(String type, StubCall call) {
    return event(
        type, "\"cause\":16,\"cause_txt\":\"Normal Clearing\",\"channel\":" + channel(call), call);
  }

  /** The channel comes into a bridge or leaves it. */
  String inBridge(String type, StubCall call, String bridge) {
    return event(type, "\"bridge\":" + bridge(bridge) + ",\"channel\":" + channel(call), call);
  }

  String bridge(String id) {
    return "{\"id\":\""
        + id
        + "\",\"technology\":\"holding_bridge\",\"bridge_type\":\"holding\","
        + "\"bridge_class\":\"stasis\",\"creator\":\"Stasis\",\"name\":\"\",\"channels\":[],"
        + "\"creationtime\":\"2026-11-22T12:00:00.500+0000\",\"video_mode\":\"none\"}";
  }

  String application(String app) {
    return "{\"name\":\""
        + app
        + "\",\"channel_ids\":[],\"bridge_ids\":[],\"endpoint_ids\":[],\"device_names\":[],"
        + "\"events_allowed\":[],\"events_disallowed\":[]}";
  }

  private String event(String type, String members, StubCall call) {
    return "{\"type\":\""
        + type
        + "\",\"timestamp\":\""
        + now()
        + "\","
        + members
        + ",\"asterisk_id\":\"02:fc:00:00:00:01\",\"application\":\""
        + call.app
        + "\"}";
  }
}
