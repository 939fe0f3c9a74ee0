// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the frames that answer requests sent over the event WebSocket. Reused; not thread-safe. */
public final class AnswerScan {
  private static final byte[] REQUEST_ID = "request_id".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] STATUS = "status_code".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BODY = "message_body".getBytes(StandardCharsets.US_ASCII);

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
        member();
      }
      cursor.finish();
      return requestId > 0 && status > 0;
    } catch (MalformedJson malformed) {
      return false;
    }
  }

  private void member() {
    boolean isId = isKey(REQUEST_ID);
    boolean isStatus = !isId && isKey(STATUS);
    boolean isBody = !isId && !isStatus && isKey(BODY);
    int next = cursor.peek();
    if (isId && next == '"') {
      cursor.text();
      requestId = cursor.integer();
    } else if (isStatus && next >= '0' && next <= '9') {
      cursor.literal();
      status = (int) cursor.integer();
    } else if (isBody && next == '"') {
      cursor.text();
      body = cursor.textString();
    } else {
      cursor.skip();
    }
  }

  private boolean isKey(byte[] key) {
    return Arrays.equals(frame.bytes(), cursor.textStart(), cursor.textEnd(), key, 0, key.length);
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
