// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the binary form of PostgreSQL's COPY. Grows as needed and is used again and again. Owned
 * by one thread.
 */
final class CopyBuffer {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final int FIRST_BYTES = 1 << 16;
  private static final int NULL_LENGTH = -1;
  private static final short END = -1;
  private static final byte JSONB_VERSION = 1;

  /** PostgreSQL counts from the year 2000. */
  private static final long EPOCH_MICROS = 946_684_800_000_000L;

  private ByteBuffer bytes = ByteBuffer.allocate(FIRST_BYTES);

  /** Begins a new copy; what was there is gone. */
  CopyBuffer begin() {
    bytes.clear();
    bytes.put(SIGNATURE);
    return this;
  }

  /** What was there has been sent; the copy goes on. */
  void sent() {
    bytes.clear();
  }

  /** Begins a row of so many columns. */
  CopyBuffer row(int columns) {
    room(Short.BYTES).putShort((short) columns);
    return this;
  }

  CopyBuffer smallint(int value) {
    room(Integer.BYTES + Short.BYTES).putInt(Short.BYTES).putShort((short) value);
    return this;
  }

  CopyBuffer integer(int value) {
    room(Integer.BYTES * 2).putInt(Integer.BYTES).putInt(value);
    return this;
  }

  CopyBuffer bigint(long value) {
    room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
    return this;
  }

  CopyBuffer flag(boolean value) {
    room(Integer.BYTES + 1).putInt(1).put((byte) (value ? 1 : 0));
    return this;
  }

  CopyBuffer instant(long epochMicros) {
    return bigint(epochMicros - EPOCH_MICROS);
  }

  CopyBuffer nothing() {
    room(Integer.BYTES).putInt(NULL_LENGTH);
    return this;
  }

  CopyBuffer text(String value) {
    return bytes(storable(value).getBytes(StandardCharsets.UTF_8));
  }

  CopyBuffer json(byte[] json, int length) {
    room(Integer.BYTES + 1 + length).putInt(length + 1).put(JSONB_VERSION).put(json, 0, length);
    return this;
  }

  CopyBuffer bytes(byte[] value) {
    room(Integer.BYTES + value.length).putInt(value.length).put(value);
    return this;
  }

  /** A value of a kind, as a {@link StoreRow} keeps it. */
  CopyBuffer value(ColumnKind kind, @Nullable Object value) {
    if (value == null) {
      return nothing();
    }
    return switch (kind) {
      case TEXT -> text((String) value);
      case SMALLINT -> smallint(Math.toIntExact((Long) value));
      case INTEGER -> integer(Math.toIntExact((Long) value));
      case BIGINT -> bigint((Long) value);
      case BOOLEAN -> flag((Boolean) value);
      case INSTANT -> instant((Long) value);
      case BYTES -> bytes((byte[]) value);
      case JSON -> {
        byte[] json = ((String) value).getBytes(StandardCharsets.UTF_8);
        yield json(json, json.length);
      }
    };
  }

  /** Ends the copy. */
  CopyBuffer end() {
    room(Short.BYTES).putShort(END);
    return this;
  }

  byte[] array() {
    return bytes.array();
  }

  int length() {
    return bytes.position();
  }

  /** What comes from outside may hold a zero character, which no text of PostgreSQL can. */
  static String storable(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', '\ufffd');
  }

  private ByteBuffer room(int needed) {
    if (bytes.remaining() < needed) {
      int size = Math.max(bytes.capacity() * 2, bytes.position() + needed);
      bytes = ByteBuffer.allocate(size).put(bytes.flip());
    }
    return bytes;
  }
}
