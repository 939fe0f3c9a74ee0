// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

import io.netty.buffer.ByteBuf;

/** Reads the frames that answer requests sent over the event WebSocket. Reused; not thread-safe. */
public final class AnswerScan {
  private final JsonCursor cursor = new JsonCursor();
  private final FrameBytes frame = new FrameBytes();
  private long requestId;
  private int status;
  private String body = "";

  /** Scans one answer; false when it is malformed or does not say what it answers. */
  public boolean scan(ByteBuf json) {
    requestId = 0;
    status = 0;
    body = "";
    frame.take(json);
    cursor.reset(frame.bytes(), frame.from(), frame.to());
    try {
      cursor.enterObject();
      while (cursor.nextKey()) {
        member(cursor.textString());
      }
      cursor.finish();
      return requestId > 0 && status > 0;
    } catch (MalformedJson malformed) {
      return false;
    }
  }

  private void member(String key) {
    int next = cursor.peek();
    switch (key) {
      case "request_id" -> {
        if (next == '"') {
          cursor.text();
          requestId = cursor.integer();
        } else {
          cursor.skip();
        }
      }
      case "status_code" -> {
        if (next >= '0' && next <= '9') {
          cursor.literal();
          status = (int) cursor.integer();
        } else {
          cursor.skip();
        }
      }
      case "message_body" -> {
        if (next == '"') {
          cursor.text();
          body = cursor.textString();
        } else {
          cursor.skip();
        }
      }
      default -> cursor.skip();
    }
  }

  /** The number of the request that this answers. */
  public long requestId() {
    return requestId;
  }

  /** The HTTP status code. */
  public int status() {
    return status;
  }

  /** The answer's JSON, empty when it has none. */
  public String body() {
    return body;
  }
}
