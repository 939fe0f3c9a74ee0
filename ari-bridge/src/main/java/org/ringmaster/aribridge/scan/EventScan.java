// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

import org.jspecify.annotations.Nullable;

/**
 * Scans ARI messages in one pass into a {@link ScannedEvent}: keys that we know are kept, all
 * others are stepped over, so that a newer Asterisk's additions cost nothing. Not thread-safe: one
 * per node, used by the node's thread.
 */
public final class EventScan {
  private final JsonCursor cursor = new JsonCursor();
  private final ScannedEvent event = new ScannedEvent();

  /**
   * Scans one message.
   *
   * @return the message, valid until the next scan; null when the bytes are not one whole JSON
   *     object with a {@code type}
   */
  public @Nullable ScannedEvent scan(byte[] bytes, int from, int to) {
    event.begin(bytes);
    cursor.reset(bytes, from, to);
    try {
      object(bytes, Shape.ROOT);
      cursor.finish();
      event.complete();
      return event;
    } catch (MalformedJson malformed) {
      return null;
    }
  }

  private void object(byte[] bytes, Shape shape) {
    cursor.enterObject();
    while (cursor.nextKey()) {
      Slot slot = shape.find(bytes, cursor.textStart(), cursor.textEnd());
      if (slot == null) {
        cursor.skip();
      } else {
        value(bytes, slot);
      }
    }
  }

  /** A value of another kind than the one we expect is stepped over. */
  private void value(byte[] bytes, Slot slot) {
    int next = cursor.peek();
    if (slot.field() != null && next == '"') {
      cursor.text();
      event.put(slot.field(), cursor);
    } else if (slot.number() != null && isNumber(next)) {
      cursor.literal();
      event.put(slot.number(), cursor.integer());
    } else if (slot.shape() != null && next == '{') {
      object(bytes, slot.shape());
    } else if (slot.list() != null && next == '[' && !slot.pairs()) {
      texts(event.list(slot.list()));
    } else if (slot.list() != null && next == '{' && slot.pairs()) {
      pairs(event.list(slot.list()));
    } else {
      cursor.skip();
    }
  }

  private static boolean isNumber(int next) {
    return next == '-' || (next >= '0' && next <= '9');
  }

  private void texts(Spans spans) {
    cursor.enterArray();
    while (cursor.nextElement()) {
      if (cursor.peek() == '"') {
        cursor.text();
        spans.add(cursor);
      } else {
        cursor.skip();
      }
    }
  }

  private void pairs(Spans spans) {
    cursor.enterObject();
    while (cursor.nextKey()) {
      spans.add(cursor);
      if (cursor.peek() == '"') {
        cursor.text();
      } else {
        cursor.skip();
        // What is not a text is kept as the empty one, so that names and values stay in step.
        cursor.forgetText();
      }
      spans.add(cursor);
    }
  }
}
