// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.live;

import com.fasterxml.jackson.core.JsonGenerator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.board.Boards;
import org.ringmaster.server.http.BoardJson;
import org.ringmaster.server.http.Reply;
import org.ringmaster.server.http.WallJson;
import org.ringmaster.server.wall.AlarmWatch;

/**
 * Makes the frames of the live stream: whole WebSocket messages, written once and sent to many. A
 * snapshot has the number of the last change in it; each change has the next number. Owned by the
 * live thread.
 */
final class LiveFrames {

  private static final int TEXT_MESSAGE = 0x81;
  private static final int SHORT = 125;
  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;

  private final Boards boards;
  private final LiveFeed.Site site;
  private final LiveTable<?> queues;
  private final List<LiveTable<?>> tables = new ArrayList<>();
  private LocalDate day;
  private long sequence;
  private int calls;

  LiveFrames(Boards boards, AlarmWatch alarms, LiveFeed.Site site, LiveAudience audience) {
    boolean named = audience == LiveAudience.STAFF;
    this.boards = boards;
    this.site = site;
    this.day = site.today().get();
    queues =
        new LiveTable<>(
            "queues",
            alarms::sights,
            sight -> sight.row().queue().id().value(),
            (out, sight) -> BoardJson.queue(out, sight, day));
    tables.add(queues);
    tables.add(
        new LiveTable<>(
            "limits",
            alarms::limits,
            row -> row.queue().value(),
            (out, row) -> WallJson.limits(out, row, named)));
    if (named) {
      addNamed();
    }
    tables.add(
        new LiveTable<>(
            "nodes", () -> boards.trunks().nodes(), row -> row.id().value(), BoardJson::node));
  }

  /** What may name a person. */
  private void addNamed() {
    tables.add(
        new LiveTable<>(
            "agents",
            () -> boards.agents().rows(),
            row -> row.agent().id().value(),
            BoardJson::agent));
    tables.add(
        new LiveTable<>(
            "trunks",
            () -> boards.trunks().trunks(),
            row -> row.trunk().id().value(),
            BoardJson::trunk));
    tables.add(
        new LiveTable<>(
            "telephones",
            () -> boards.telephones().rows(),
            row -> row.telephone().id().value(),
            BoardJson::telephone));
    tables.add(
        new LiveTable<>(
            "parked",
            () -> boards.calls().parked(),
            row -> row.id().value(),
            (out, row) -> BoardJson.call(out, row, false, boards::nameOf)));
  }

  /** Takes the boards over; whether there is something to tell. */
  boolean compare() {
    LocalDate now = site.today().get();
    if (!now.equals(day)) {
      day = now;
      queues.showAgain();
    }
    boolean any = boards.calls().live() != calls;
    calls = boards.calls().live();
    for (LiveTable<?> table : tables) {
      any |= table.compare();
    }
    return any;
  }

  /** The differences found by the last comparison, under the next number. */
  ByteBuf change() {
    sequence++;
    return message(
        "change",
        out -> {
          for (LiveTable<?> table : tables) {
            table.writeChanged(out);
          }
          out.writeObjectFieldStart("gone");
          for (LiveTable<?> table : tables) {
            table.writeGone(out);
          }
          out.writeEndObject();
        });
  }

  /** All that viewers should have. */
  ByteBuf snapshot() {
    return message(
        "snapshot",
        out -> {
          for (LiveTable<?> table : tables) {
            table.writeShown(out);
          }
        });
  }

  /** Nothing new, and we are still here. */
  ByteBuf beat() {
    return message("beat", out -> {});
  }

  long sequence() {
    return sequence;
  }

  /** Writes the tables of a message. */
  @FunctionalInterface
  private interface Tables {
    void write(JsonGenerator out) throws IOException;
  }

  private ByteBuf message(String type, Tables content) {
    return framed(
        Reply.bytes(
            out -> {
              out.writeStartObject();
              out.writeStringField("type", type);
              out.writeNumberField("sequence", sequence);
              out.writeNumberField("atMillis", site.clockMillis().getAsLong());
              out.writeBooleanField("well", site.well().getAsBoolean());
              out.writeNumberField("calls", calls);
              content.write(out);
              out.writeEndObject();
            }));
  }

  /** The text as one unmasked WebSocket message (RFC 6455, section 5.2). */
  static ByteBuf framed(byte[] text) {
    ByteBuf frame = Unpooled.buffer(text.length + 10).writeByte(TEXT_MESSAGE);
    if (text.length <= SHORT) {
      frame.writeByte(text.length);
    } else if (text.length <= 0xFFFF) {
      frame.writeByte(TWO_BYTES).writeShort(text.length);
    } else {
      frame.writeByte(EIGHT_BYTES).writeLong(text.length);
    }
    return frame.writeBytes(text).asReadOnly();
  }
}
