// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.live;

import com.fasterxml.jackson.core.JsonGenerator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.ringmaster.core.board.Boards;
import org.ringmaster.server.http.BoardJson;
import org.ringmaster.server.http.Reply;

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
  private final Supplier<LocalDate> today;
  private final LongSupplier clockMillis;
  private final BooleanSupplier well;
  private final LiveTable<?> queues;
  private final List<LiveTable<?>> tables;
  private LocalDate day;
  private long sequence;
  private int calls;

  LiveFrames(
      Boards boards, Supplier<LocalDate> today, LongSupplier clockMillis, BooleanSupplier well) {
    this.boards = boards;
    this.today = today;
    this.clockMillis = clockMillis;
    this.well = well;
    this.day = today.get();
    queues =
        new LiveTable<>(
            "queues",
            () -> boards.queues().rows(),
            row -> row.queue().id().value(),
            (out, row) -> BoardJson.queue(out, row, day));
    tables =
        List.of(
            queues,
            new LiveTable<>(
                "agents",
                () -> boards.agents().rows(),
                row -> row.agent().id().value(),
                BoardJson::agent),
            new LiveTable<>(
                "trunks",
                () -> boards.trunks().trunks(),
                row -> row.trunk().id().value(),
                BoardJson::trunk),
            new LiveTable<>(
                "telephones",
                () -> boards.telephones().rows(),
                row -> row.telephone().id().value(),
                BoardJson::telephone),
            new LiveTable<>(
                "nodes", () -> boards.trunks().nodes(), row -> row.id().value(), BoardJson::node));
  }

  /** Takes the boards over; whether there is something to tell. */
  boolean compare() {
    LocalDate now = today.get();
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
              out.writeNumberField("atMillis", clockMillis.getAsLong());
              out.writeBooleanField("well", well.getAsBoolean());
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
