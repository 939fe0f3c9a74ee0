// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.TooLongFrameException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of an HTTP connection. */
class HttpAnswersTest {
  private static final String ASTERISK =
      "HTTP/1.1 200 OK\r\nServer: Asterisk\r\nDate: Thu, 26 Nov 2026 14:00:00 GMT\r\n"
          + "Cache-Control: no-cache, no-store\r\nContent-type: application/json\r\n"
          + "Content-Length: 17\r\n\r\n{\"ping\":\"p\u00f6ng\"}\n";
  private static final String EMPTY = "HTTP/1.1 204 No Content\r\nServer: Asterisk\r\n\r\n";
  private static final String REFUSED = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
  private static final String CHUNKED =
      "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n"
          + "4\r\nabcd\r\n3;x=y\r\nefg\r\n0\r\nTrailer: t\r\n\r\n";
  private static final String INTERIM = "HTTP/1.1 100 Continue\r\n\r\n";

  private final HttpAnswers answers = new HttpAnswers(1_000);

  private void take(String text) {
    answers.take(Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<String> all() throws HttpAnswers.Malformed {
    List<String> all = new ArrayList<>();
    while (answers.next()) {
      all.add(answers.status() + " " + answers.body());
    }
    return all;
  }

  @Test
  void answersThatComeAtOnceAreToldOneByOne() throws Exception {
    take(ASTERISK + EMPTY + CHUNKED + INTERIM + REFUSED);
    assertEquals(List.of("200 {\"ping\":\"p\u00f6ng\"}\n", "204 ", "201 abcdefg", "404 "), all());
  }

  @Test
  void answersMayBeCutAtEveryByte() throws Exception {
    String whole = INTERIM + ASTERISK + CHUNKED + EMPTY + ASTERISK;
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    for (int cut = 0; cut <= bytes.length; cut++) {
      HttpAnswers fresh = new HttpAnswers(1_000);
      List<String> told = new ArrayList<>();
      fresh.take(Unpooled.wrappedBuffer(bytes, 0, cut));
      while (fresh.next()) {
        told.add(fresh.status() + fresh.body());
      }
      fresh.take(Unpooled.wrappedBuffer(bytes, cut, bytes.length - cut));
      while (fresh.next()) {
        told.add(fresh.status() + fresh.body());
      }
      assertEquals(
          List.of(
              "200{\"ping\":\"p\u00f6ng\"}\n",
              "201abcdefg",
              "204",
              "200{\"ping\":\"p\u00f6ng\"}\n"),
          told,
          "cut at " + cut);
    }
  }

  @Test
  void linesMayEndWithALineFeedAlone() throws Exception {
    take("HTTP/1.1 200 OK\ncontent-length:2\n\nok");
    assertEquals(List.of("200 ok"), all());
  }

  @Test
  void manyAnswersNeedNoMoreMemoryThanThoseThatAreUnderWay() throws Exception {
    for (int i = 0; i < 20_000; i++) {
      take(ASTERISK.substring(0, 100));
      assertFalse(answers.next());
      take(ASTERISK.substring(100) + EMPTY);
      assertEquals(2, all().size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SIP/2.0 200 OK\r\n\r\n",
        "HTTP/1.1 2x0 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\n",
        "HTTP/1.1 200 OK\r\nServer: Asterisk\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n",
        "\r\n\r\n",
      })
  void whatIsNoAnswerIsRefused(String text) {
    take(text);
    assertThrows(HttpAnswers.Malformed.class, answers::next);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffff\r\n",
      })
  void whatIsTooLongIsRefusedBeforeItHasCome(String text) {
    take(text);
    assertThrows(TooLongFrameException.class, answers::next);
  }

  @Test
  void aHeadWithoutEndIsRefused() {
    take("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(20_000));
    assertThrows(TooLongFrameException.class, answers::next);
  }

  @Test
  void aChunkSizeWithoutEndIsRefused() {
    take("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + "0".repeat(20_000));
    assertThrows(TooLongFrameException.class, answers::next);
  }
}
