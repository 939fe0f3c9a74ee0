// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written to an HTTP connection. */
class HttpRequestsTest {
  private final HttpRequests requests =
      new HttpRequests(new AriAddress("edge", "pbx", 8088, false, "/asterisk", "u", "p"));

  private String written(AriRequest request) {
    ByteBuf out = Unpooled.buffer();
    requests.write(out, request);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aRequestWithoutBodySaysSo() {
    assertEquals(
        "GET /asterisk/ari/channels/a%20b HTTP/1.1\r\nHost: pbx:8088\r\n"
            + "Authorization: Basic dTpw\r\nContent-Length: 0\r\n\r\n",
        written(AriRequest.get("channels/a%20b")));
  }

  @Test
  void aBodysLengthIsCountedInBytes() {
    assertEquals(
        "POST /asterisk/ari/x HTTP/1.1\r\nHost: pbx:8088\r\n"
            + "Authorization: Basic dTpw\r\nContent-Length: 3\r\n"
            + "Content-Type: application/json\r\n\r\n\u00fc!",
        written(AriRequest.post("x", "\u00fc!")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\r\nX: y", "a\n", "a\u0000", "a\u007f"})
  void whatWouldEndTheFirstLineCannotBeSent(String uri) {
    assertFalse(HttpRequests.canSend(AriRequest.get(uri)));
    assertTrue(HttpRequests.canSend(AriRequest.get("channels/a%20b?x=y")));
  }
}
