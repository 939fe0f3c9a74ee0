// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Large answers about campaigns, from a store that takes its time. */
@Tag("postgres")
class CampaignDownloadTest {
  private static final int SLOWLY = 256 * 1_024;
  private final SiteUnderTest site = SiteUnderTest.start();
  private final StoredAttempts store = StoredAttempts.of("spring", 200_000);
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void hasAPast() {
    site.past = store.readers();
  }

  @AfterEach
  void stop() {
    site.close();
    store.close();
  }

  @Test
  void everyRowOfALargeOneComes() throws Exception {
    HttpResponse<String> csv = ask("attempts.csv", BodyHandlers.ofString());
    assertEquals(200, csv.statusCode());
    assertEquals(200_001, csv.body().lines().count());
    assertFalse(csv.body().contains(GrowingFile.NOT_WHOLE));
    assertEquals(404, ask("attempts.csv", BodyHandlers.ofString(), "autumn").statusCode());
  }

  @Test
  void theHeadIsThereBeforeTheStoreHasAnsweredAndWhatFailsThenBreaksOffAndSaysWhy()
      throws Exception {
    for (String file : new String[] {"attempts.csv", "evidence.zip"}) {
      try (Connection connection = store.address().connect("test");
          Statement locks = connection.createStatement()) {
        connection.setAutoCommit(false);
        locks.execute("lock table attempts in access exclusive mode");
        HttpResponse<InputStream> answer = ask(file, BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode(), "nothing is written yet");
        store.cancelsWhoHasWaited(0);
        ReadOff read = ReadOff.of(answer.body());
        assertTrue(read.broke(), file + " looks whole");
        assertTrue(
            read.text()
                .endsWith(
                    GrowingFile.NOT_WHOLE + "That takes too long: ask for a shorter time.\r\n"),
            read.text());
      }
    }
  }

  @Test
  void whatFailsAtOnceIsRefusedWithTheReason() throws Exception {
    try (Connection connection = store.address().connect("test");
        Statement locks = connection.createStatement()) {
      connection.setAutoCommit(false);
      locks.execute("lock table campaigns in access exclusive mode");
      CompletableFuture<HttpResponse<String>> answer =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return ask("attempts.csv", BodyHandlers.ofString());
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      store.cancelsWhoHasWaited(0);
      assertEquals(504, answer.get(20, TimeUnit.SECONDS).statusCode());
      assertEquals(
          "{\"error\":\"That takes too long: ask for a shorter time.\"}", answer.get().body());
    }
  }

  @Test
  void whoeverLeavesKeepsNobodyElseOut() throws Exception {
    for (int i = 0; i < 6; i++) {
      try (InputStream rows = ask("attempts.csv", BodyHandlers.ofInputStream()).body()) {
        assertTrue(rows.read() > 0);
      }
      HttpResponse<String> next = ask("attempts.csv", BodyHandlers.ofString());
      while (next.statusCode() == 503) {
        next = ask("attempts.csv", BodyHandlers.ofString());
      }
      assertEquals(200_001, next.body().lines().count());
    }
  }

  @Test
  void aRefusedOneIsAnsweredOnceOnAConnectionThatStays() throws Exception {
    site.hasNoReaders();
    try (Socket connection = new Socket(site.address().getAddress(), site.address().getPort())) {
      connection
          .getOutputStream()
          .write(
              ("GET /api/campaigns/spring/attempts.csv HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                      + "Authorization: Bearer "
                      + site.token()
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      StringBuilder answers = new StringBuilder();
      byte[] piece = new byte[4_096];
      while (!answers.toString().contains("try again in a moment.\"}")) {
        int length = connection.getInputStream().read(piece);
        assertTrue(length > 0, answers.toString());
        answers.append(new String(piece, 0, length, StandardCharsets.US_ASCII));
      }
      assertTrue(answers.toString().startsWith("HTTP/1.1 503 "), answers.toString());
      connection.setSoTimeout(2_500); // The head of a second answer came after two seconds.
      assertThrows(SocketTimeoutException.class, () -> connection.getInputStream().read());
    }
  }

  @Test
  void whoTakesSlowlyKeepsAPlaceUntilTheyHaveLeft() throws Exception {
    List<InputStream> slow = new ArrayList<>();
    String refused = "";
    while (refused.isEmpty() && slow.size() < 14) {
      HttpResponse<InputStream> answer = ask("attempts.csv", BodyHandlers.ofInputStream());
      if (answer.statusCode() == 200) {
        slow.add(answer.body());
        for (InputStream one : slow) { // Who takes nothing at all is hung up in time.
          assertEquals(SLOWLY, one.readNBytes(SLOWLY).length);
        }
      } else {
        String why = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        refused = why.contains("are being written just now") ? "" : why;
      }
    }
    assertEquals(
        "{\"error\":\"Too many downloads are being taken just now; try again when one is over.\"}",
        refused);
    assertTrue(slow.size() >= 8, "taken: " + slow.size());
    slow.getFirst().close();
    HttpResponse<String> next = ask("attempts.csv", BodyHandlers.ofString());
    while (next.statusCode() == 503) {
      next = ask("attempts.csv", BodyHandlers.ofString());
    }
    assertEquals(200_001, next.body().lines().count());
    for (InputStream one : slow) {
      one.close();
    }
  }

  @Test
  void whereTheDiskHasTooLittleRoomItIsRefused() throws Exception {
    site.usableBytes = 1;
    HttpResponse<String> answer = ask("attempts.csv", BodyHandlers.ofString());
    assertEquals(507, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("The disk has too little room for this download"));
  }

  /** What could be read, and whether it broke off. */
  private record ReadOff(String text, boolean broke) {
    static ReadOff of(InputStream in) {
      StringBuilder text = new StringBuilder();
      byte[] piece = new byte[4_096];
      try {
        for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
          text.append(new String(piece, 0, length, StandardCharsets.ISO_8859_1));
        }
        return new ReadOff(text.toString(), false);
      } catch (IOException e) {
        assertThrows(IOException.class, in::read);
        return new ReadOff(text.toString(), true);
      }
    }
  }

  private <T> HttpResponse<T> ask(String file, HttpResponse.BodyHandler<T> as) throws Exception {
    return ask(file, as, "spring");
  }

  private <T> HttpResponse<T> ask(String file, HttpResponse.BodyHandler<T> as, String campaign)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(site.at("/api/campaigns/" + campaign + "/" + file))
            .header("Authorization", "Bearer " + site.token())
            .timeout(Duration.ofSeconds(20))
            .build(),
        as);
  }
}
