// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.ari;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * What Asterisk 22 would say of a {@link StubCall}, member by member. Events are written piece by
 * piece into pooled buffers: what the stub leaves to the garbage collector would be counted as
 * ours. One thread.
 */
final class StubTexts {
  static final String INFO =
      "{\"system\":{\"version\":\"22.10.1\",\"entity_id\":\"02:fc:00:00:00:01\"},"
          + "\"status\":{\"startup_time\":\"2026-11-22T12:00:00.500+0000\","
          + "\"last_reload_time\":\"2026-11-22T12:00:00.500+0000\"}}";

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.").withZone(ZoneOffset.UTC);
  private static final int MILLIS = 1_000;
  private static final int USUAL_BYTES = 1_024;

  private long second;
  private long milli;
  private String secondText = "";
  private String milliText = "";

  /** Now, as Asterisk writes it. */
  String now() {
    long millis = System.currentTimeMillis();
    if (millis != milli) {
      milli = millis;
      if (millis / MILLIS != second) {
        second = millis / MILLIS;
        secondText = SECONDS.format(Instant.ofEpochSecond(second));
      }
      long rest = millis % MILLIS;
      milliText = secondText + (rest < 10 ? "00" : rest < 100 ? "0" : "") + rest + "+0000";
    }
    return milliText;
  }

  /** A channel, as events and lists tell it. */
  static String channel(StubCall call, boolean up) {
    return "{\"id\":\""
        + call.id
        + "\",\"name\":\""
        + call.name
        + "\",\"state\":\""
        + (up ? "Up" : "Ring")
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

  ByteBuf stasisStart(StubCall call) {
    String arguments = "\"args\":[\"inbound\",\"" + EngineUnderTest.NUMBER + "\"],";
    return event("StasisStart", arguments, call);
  }

  /** An event that tells nothing but that it happened to the channel. */
  ByteBuf plain(String type, StubCall call) {
    return event(type, "", call);
  }

  /** An event that tells why, too. */
  ByteBuf withCause(String type, StubCall call) {
    return event(type, "\"cause\":16,\"cause_txt\":\"Normal Clearing\",", call);
  }

  /**
   * The channel comes into a bridge or leaves it.
   *
   * @param bridge as {@link #bridge} tells it
   */
  ByteBuf inBridge(String type, StubCall call, String bridge) {
    ByteBuf out = begin(type);
    put(out, "\"bridge\":");
    put(out, bridge);
    return end(put(out, ","), call);
  }

  static String bridge(String id) {
    return "{\"id\":\""
        + id
        + "\",\"technology\":\"holding_bridge\",\"bridge_type\":\"holding\","
        + "\"bridge_class\":\"stasis\",\"creator\":\"Stasis\",\"name\":\"\",\"channels\":[],"
        + "\"creationtime\":\"2026-11-22T12:00:00.500+0000\",\"video_mode\":\"none\"}";
  }

  static String application(String app) {
    return "{\"name\":\""
        + app
        + "\",\"channel_ids\":[],\"bridge_ids\":[],\"endpoint_ids\":[],\"device_names\":[],"
        + "\"events_allowed\":[],\"events_disallowed\":[]}";
  }

  private ByteBuf event(String type, String members, StubCall call) {
    return end(put(begin(type), members), call);
  }

  private ByteBuf begin(String type) {
    ByteBuf out = PooledByteBufAllocator.DEFAULT.buffer(USUAL_BYTES);
    put(out, "{\"type\":\"");
    put(out, type);
    put(out, "\",\"timestamp\":\"");
    put(out, now());
    return put(out, "\",");
  }

  private static ByteBuf end(ByteBuf out, StubCall call) {
    put(out, "\"channel\":");
    put(out, call.channel());
    put(out, ",\"asterisk_id\":\"02:fc:00:00:00:01\",\"application\":\"");
    put(out, call.app);
    return put(out, "\"}");
  }

  private static ByteBuf put(ByteBuf out, String ascii) {
    ByteBufUtil.writeAscii(out, ascii);
    return out;
  }
}
