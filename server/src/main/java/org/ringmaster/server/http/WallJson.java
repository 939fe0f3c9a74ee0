// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.LegLane;
import org.ringmaster.core.board.QueueDay;
import org.ringmaster.core.board.QueueSample;
import org.ringmaster.core.wall.Mute;
import org.ringmaster.core.wall.QueueThresholds;
import org.ringmaster.core.wall.Thresholds;
import org.ringmaster.core.wall.WallLink;
import org.ringmaster.server.wall.QueueLimits;

/** What wallboards show beside the boards, as JSON. Instants are epoch milliseconds. */
public final class WallJson {

  private static final long MICROS_PER_MILLI = 1_000;

  private WallJson() {}

  /**
   * What is set for a queue.
   *
   * @param named whether it says who set it
   */
  public static void limits(JsonGenerator out, QueueLimits row, boolean named) throws IOException {
    Thresholds limits = row.thresholds();
    QueueThresholds set = row.set();
    Mute mute = row.mute();
    out.writeStartObject();
    out.writeStringField("id", row.queue().value());
    out.writeNumberField("version", set == null ? 0 : set.version());
    out.writeStringField("by", set == null || !named ? null : set.by().value());
    instant(out, "setAtMillis", set == null ? 0 : set.sinceMicros());
    out.writeNumberField("waitingAmber", limits.waitingAmber());
    out.writeNumberField("waitingRed", limits.waitingRed());
    out.writeNumberField("longestAmberMillis", limits.longestAmberMillis());
    out.writeNumberField("longestRedMillis", limits.longestRedMillis());
    out.writeNumberField("levelTarget", limits.levelTarget());
    out.writeNumberField("levelAmber", limits.levelAmber());
    out.writeNumberField("levelRed", limits.levelRed());
    instant(out, "mutedUntilMillis", mute == null ? 0 : mute.untilMicros());
    out.writeStringField("mutedBy", mute == null || !named ? null : mute.by().value());
    out.writeEndObject();
  }

  /** What a queue showed; each sample is an array, because there are many. */
  static void samples(JsonGenerator out, String queue, List<QueueSample> samples)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("id", queue);
    out.writeArrayFieldStart("samples");
    for (QueueSample sample : samples) {
      QueueDay day = sample.day();
      out.writeStartArray();
      out.writeNumber(sample.atMicros() / MICROS_PER_MILLI);
      out.writeNumber(sample.waiting());
      out.writeNumber(sample.longestWaitMillis());
      out.writeNumber(sample.available());
      out.writeNumber(sample.onCall());
      out.writeNumber(sample.wrapUp());
      out.writeNumber(sample.paused());
      share(out, day.counted() <= 0 ? null : day.serviceLevel());
      out.writeNumber(day.abandoned());
      quotient(out, day.callersWaitMicros(), day.callersAnswered());
      quotient(out, day.handleMicros(), day.handled());
      out.writeEndArray();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void share(JsonGenerator out, @Nullable Double share) throws IOException {
    if (share == null) {
      out.writeNull();
    } else {
      out.writeNumber(Math.floor(share * 1_000) / 1_000);
    }
  }

  private static void quotient(JsonGenerator out, long micros, long count) throws IOException {
    if (count == 0) {
      out.writeNull();
    } else {
      out.writeNumber(micros / count / MICROS_PER_MILLI);
    }
  }

  /** A link, without what opens it. */
  static void link(JsonGenerator out, WallLink link, boolean valid) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", link.id().value());
    out.writeStringField("label", link.label());
    out.writeStringField("by", link.by().value());
    instant(out, "issuedAtMillis", link.issuedAtMicros());
    instant(out, "expiresAtMillis", link.expiresAtMicros());
    out.writeBooleanField("revoked", link.revoked());
    out.writeBooleanField("valid", valid);
    out.writeEndObject();
  }

  /** A leg over time; its instants in epoch microseconds. */
  static void lane(JsonGenerator out, LegLane lane) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", lane.leg().value());
    out.writeStringField("role", BoardJson.word(lane.role()));
    out.writeStringField("party", lane.party());
    out.writeNumberField("beganMicros", lane.beganMicros());
    micros(out, "answeredMicros", lane.answeredMicros());
    micros(out, "endedMicros", lane.endedMicros());
    out.writeArrayFieldStart("stays");
    for (LegLane.Stay stay : lane.stays()) {
      out.writeStartObject();
      out.writeStringField("bridge", stay.bridge().value());
      out.writeNumberField("fromMicros", stay.fromMicros());
      micros(out, "toMicros", stay.toMicros());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void micros(JsonGenerator out, String name, long micros) throws IOException {
    if (micros == 0) {
      out.writeNullField(name);
    } else {
      out.writeNumberField(name, micros);
    }
  }

  private static void instant(JsonGenerator out, String name, long micros) throws IOException {
    if (micros == 0) {
      out.writeNullField(name);
    } else {
      out.writeNumberField(name, micros / MICROS_PER_MILLI);
    }
  }
}
