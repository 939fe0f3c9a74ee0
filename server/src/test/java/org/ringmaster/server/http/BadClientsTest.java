// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BadClientsTest {
  private SiteUnderTest site = SiteUnderTest.start();

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void nothing_but_the_pages_is_told_without_a_login() throws Exception {
    for (String path :
        List.of("/api/queues", "/api/calls", "/api/me", "/api/health", "/metrics", "/live")) {
      assertEquals(401, site.get(path).statusCode(), path);
      assertEquals(401, site.get(path, "authorization", "Bearer guess").statusCode(), path);
      assertEquals(401, site.get(path, "cookie", "ringmaster=guess").statusCode(), path);
    }
    assertEquals(401, site.post("/api/agents/anna/login", "").statusCode());
    assertTrue(site.authors.isEmpty());
  }

  @Test
  void a_wrong_password_is_refused_a_second_later_and_after_ten_not_even_looked_at()
      throws Exception {
    String wrong = "{\"name\":\"sue\",\"password\":\"guess\"}";
    long began = System.nanoTime();
    assertEquals(401, site.post("/api/login", wrong).statusCode());
    assertTrue(System.nanoTime() - began >= 900_000_000L);
    List<Thread> guesses = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      guesses.add(Thread.ofVirtual().start(() -> quietly(() -> site.post("/api/login", wrong))));
    }
    for (Thread guess : guesses) {
      guess.join();
    }
    HttpResponse<String> tooMany = site.post("/api/login", wrong);
    assertEquals(429, tooMany.statusCode());
    assertEquals("60", tooMany.headers().firstValue("retry-after").orElse(""));
    assertEquals(200, site.get("/api/me", "authorization", "Bearer " + site.token()).statusCode());
  }

  @Test
  void a_session_is_a_cookie_that_scripts_cannot_read_and_ends_with_the_logout() throws Exception {
    HttpResponse<String> login =
        site.post("/api/login", "{\"name\":\"sue\",\"password\":\"sue-secret\"}");
    String cookie = login.headers().firstValue("set-cookie").orElseThrow();
    assertTrue(cookie.contains("HTTPOnly") && cookie.contains("SameSite=Strict"), cookie);
    String[] sue = {"cookie", cookie.substring(0, cookie.indexOf(';'))};
    assertEquals(200, site.get("/api/me", sue).statusCode());
    assertEquals(200, site.post("/api/logout", "", sue).statusCode());
    assertEquals(401, site.get("/api/me", sue).statusCode());
  }

  @Test
  void another_site_in_the_same_browser_changes_nothing() throws Exception {
    String cookie = site.cookieOf("sue");
    String path = "/api/agents/anna/login";
    assertEquals(
        403, site.post(path, "", "cookie", cookie, "origin", "http://evil.example").statusCode());
    assertEquals(
        403, site.post(path, "", "cookie", cookie, "sec-fetch-site", "cross-site").statusCode());
    assertEquals(403, site.post(path, "", "cookie", cookie, "origin", "null").statusCode());
    assertTrue(site.authors.isEmpty());
    String own = site.at("").toString();
    assertEquals(200, site.post(path, "", "cookie", cookie, "origin", own).statusCode());
  }

  @Test
  void who_comes_under_a_name_that_is_not_ours_gets_nothing() throws Exception {
    site.close();
    site = SiteUnderTest.start(SiteUnderTest.usual().known(List.of("Board.example.com")));
    for (String host : List.of("evil.example", "evil.example:80", "localhost.evil.example", "")) {
      for (String path : List.of("/", "/api/me", "/live")) {
        assertEquals("421", codeFor(host, path), host + path);
      }
    }
    for (String host :
        List.of(
            "localhost",
            "LOCALHOST:8080",
            "wall.localhost",
            "127.0.0.1:1",
            "10.1.2.3",
            "[::1]:8080",
            "board.example.com",
            "board.example.com.:443")) {
      assertEquals("200", codeFor(host, "/"), host);
    }
    assertTrue(raw("GET / HTTP/1.0\r\nconnection: close\r\n\r\n").contains(" 200 "));
  }

  private String codeFor(String host, String path) throws IOException {
    String answer =
        raw("GET " + path + " HTTP/1.1\r\nhost: " + host + "\r\nconnection: close\r\n\r\n");
    return answer.substring(9, 12);
  }

  @Test
  void unknown_paths_and_methods_are_refused() throws Exception {
    for (String path :
        List.of("/nothing", "/api", "/api/queues/", "/assets/../files.txt", "/files.txt", "/%00")) {
      assertEquals(404, site.get(path).statusCode(), path);
    }
    HttpResponse<String> put =
        site.send(HttpRequest.newBuilder(site.at("/api/queues")).PUT(BodyPublishers.noBody()));
    assertEquals(405, put.statusCode());
    assertEquals("GET", put.headers().firstValue("allow").orElse(""));
    assertEquals(405, site.post("/", "").statusCode());
  }

  @Test
  void a_huge_body_is_refused_whether_it_says_its_length_or_not() throws Exception {
    String huge = "x".repeat(1_000_000);
    HttpResponse<String> refused = site.post("/api/login", huge);
    assertEquals(413, refused.statusCode());
    assertTrue(refused.body().contains("longer than 65536 bytes"), refused.body());
    String asked =
        raw(
            "POST /api/login HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000000\r\n"
                + "expect: 100-continue\r\n\r\n");
    assertTrue(asked.startsWith("HTTP/1.1 413") && asked.contains("65536"), asked);
    String chunked =
        raw(
            "POST /api/login HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n"
                + "f4240\r\n"
                + huge
                + "\r\n0\r\n\r\n");
    assertTrue(chunked.startsWith("HTTP/1.1 413") && chunked.contains("65536"), chunked);
    assertStillWell();
  }

  @Test
  void headers_and_addresses_without_end_are_refused() throws Exception {
    String line = raw("GET /" + "a".repeat(10_000) + " HTTP/1.1\r\nhost: localhost\r\n\r\n");
    assertTrue(line.startsWith("HTTP/1.1 414"), line);
    String headers =
        raw("GET / HTTP/1.1\r\nhost: localhost\r\nlong: " + "a".repeat(20_000) + "\r\n\r\n");
    assertTrue(headers.startsWith("HTTP/1.1 431"), headers);
    String noise = raw("\u0000\u0001 this is not http\r\n\r\n");
    assertTrue(noise.startsWith("HTTP/1.1 400"), noise);
    assertStillWell();
  }

  @Test
  void a_broken_escape_in_an_address_is_the_fault_of_who_sent_it() throws Exception {
    for (String address : List.of("/%zz", "/%", "/api/queues/%e", "/api/queues?x=%", "/?x=%zz")) {
      String answer =
          raw("GET " + address + " HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 400"), address + ": " + answer);
      assertTrue(answer.contains("percent sign"), answer);
    }
    assertStillWell();
  }

  @Test
  void a_client_that_drips_its_request_is_cut_off() throws Exception {
    site.close();
    WebSettings usual = SiteUnderTest.usual();
    site =
        SiteUnderTest.start(
            new WebSettings(usual.address(), 100, 65_536, 300, 60_000, 60_000, 60_000, List.of()));
    try (Socket socket = new Socket("127.0.0.1", site.address().getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
      Thread drip =
          Thread.ofVirtual()
              .start(
                  () ->
                      quietly(
                          () -> {
                            while (true) {
                              out.write('x');
                              out.flush();
                              Thread.onSpinWait();
                              java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
                            }
                          }));
      assertEquals(-1, readToEnd(socket.getInputStream()));
      drip.interrupt();
    }
    assertStillWell();
  }

  @Test
  void connections_beyond_the_limit_are_closed_and_the_others_go_on() throws Exception {
    site.close();
    WebSettings usual = SiteUnderTest.usual();
    site =
        SiteUnderTest.start(
            new WebSettings(usual.address(), 2, 65_536, 5_000, 60_000, 60_000, 60_000, List.of()));
    try (Socket first = new Socket("127.0.0.1", site.address().getPort());
        Socket second = new Socket("127.0.0.1", site.address().getPort())) {
      assertStatus(first, "200");
      assertStatus(second, "200");
      try (Socket third = new Socket("127.0.0.1", site.address().getPort())) {
        assertEquals(-1, readToEnd(third.getInputStream()));
      }
      assertStatus(first, "200");
    }
  }

  @Test
  void requests_sent_all_at_once_are_answered_in_order() throws Exception {
    String three =
        raw(
            "GET /nothing HTTP/1.1\r\nhost: localhost\r\n\r\n"
                + "GET /api/me HTTP/1.1\r\nhost: localhost\r\n\r\n"
                + "DELETE /api/me HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
    int first = three.indexOf("HTTP/1.1 404");
    int second = three.indexOf("HTTP/1.1 401");
    int third = three.indexOf("HTTP/1.1 405");
    assertTrue(0 <= first && first < second && second < third, three);
  }

  @Test
  void pages_are_cached_and_locked_down() throws Exception {
    HttpResponse<String> page = site.get("/");
    assertEquals(200, page.statusCode());
    String policy = page.headers().firstValue("content-security-policy").orElse("");
    assertTrue(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"));
    assertEquals("nosniff", page.headers().firstValue("x-content-type-options").orElse(""));
    String tag = page.headers().firstValue("etag").orElseThrow();
    assertEquals(304, site.get("/", "if-none-match", tag).statusCode());
    String script = page.body().replaceAll("(?s).*src=\"(/assets/[^\"]+)\".*", "$1");
    HttpResponse<String> asset = site.get(script);
    assertEquals(200, asset.statusCode());
    assertTrue(asset.headers().firstValue("cache-control").orElse("").contains("immutable"));
    assertFalse(asset.body().contains("eval("));
    HttpResponse<String> head =
        site.send(HttpRequest.newBuilder(site.at("/")).method("HEAD", BodyPublishers.noBody()));
    assertEquals("", head.body());
  }

  @Test
  void the_token_file_is_readable_by_its_owner_only() throws IOException {
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(site.tokenFile)));
    assertEquals(43, site.token().length());
  }

  private void assertStillWell() throws Exception {
    assertEquals(200, site.get("/api/me", "authorization", "Bearer " + site.token()).statusCode());
  }

  private static void assertStatus(Socket socket, String code) throws IOException {
    socket
        .getOutputStream()
        .write("HEAD / HTTP/1.1\r\nhost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    byte[] start = socket.getInputStream().readNBytes(12);
    assertEquals("HTTP/1.1 " + code, new String(start, StandardCharsets.US_ASCII));
    socket.getInputStream().skipNBytes(socket.getInputStream().available());
  }

  /** Reads until the other side closes, whether politely or with a reset. */
  private static int readToEnd(InputStream in) {
    try {
      in.readAllBytes();
      return -1;
    } catch (IOException reset) {
      return -1;
    }
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", site.address().getPort())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      try {
        out.write(request.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
      } catch (IOException refusedWhileWriting) {
        // The answer may be there all the same.
      }
      StringBuilder answer = new StringBuilder();
      byte[] some = new byte[8_192];
      try {
        for (int n; (n = socket.getInputStream().read(some)) > 0; ) {
          answer.append(new String(some, 0, n, StandardCharsets.ISO_8859_1));
          if (answer.indexOf("HTTP/1.1 4") >= 0 && !request.contains("connection: close")) {
            break;
          }
        }
      } catch (IOException reset) {
        // What has come is what counts.
      }
      return answer.toString();
    }
  }

  /** Something that may fail. */
  @FunctionalInterface
  private interface Try {
    void run() throws Exception;
  }

  private static void quietly(Try work) {
    try {
      work.run();
    } catch (Exception e) {
      // The test looks at what the server does, not at this client.
    }
  }
}
