// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;

class AsteriskCheckTest {
  private static final String SECRET = "correct-horse-battery";
  private static final String ENDPOINT = "/ari/asterisk/config/dynamic/res_pjsip/endpoint/";

  /** As Asterisk 22 tells it. */
  private static final String KEPT =
      """
      [{"attribute":"timers","value":"yes"},{"attribute":"direct_media","value":"false"},
       {"attribute":"send_connected_line","value":"no"},
       {"attribute":"allow_transfer","value":"false"}]
      """;

  @TempDir Path folder;
  private final Map<String, String> answers = new HashMap<>();
  private HttpServer ari;
  private ServerSocket ami;

  @BeforeEach
  void anAsteriskAsItShouldBe() throws IOException {
    answers.put(
        "/ari/asterisk/info",
        "{\"system\":{\"version\":\"22.4.1\"},\"config\":{\"name\":\"berlin\"}}");
    answers.put(
        "/ari/asterisk/modules",
        Stream.concat(AsteriskCheck.MODULES.stream(), AsteriskCheck.FALLBACK_MODULES.stream())
            .map(name -> "{\"name\":\"" + name + "\",\"status\":\"Running\"}")
            .collect(Collectors.joining(",", "[", "]")));
    answers.put("/ari/endpoints/PJSIP", "[{\"resource\":\"carrier\"},{\"resource\":\"tel1\"}]");
    answers.put(ENDPOINT + "carrier", KEPT);
    answers.put(ENDPOINT + "tel1", KEPT);
    ari = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ari.createContext("/", this::answer);
    ari.start();
    ami = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serveAmi);
  }

  @AfterEach
  void stop() throws IOException {
    ari.stop(0);
    ami.close();
  }

  @Test
  void anAsteriskThatHasEverythingIsWell() throws Exception {
    assertEquals(
        List.of(
            "ok ari berlin: Asterisk 22.4.1",
            "ok media berlin: all "
                + AsteriskCheck.MODULES.size()
                + " modules for legs and media run",
            "ok fallback berlin: app_queue.so and res_clioriginate.so run",
            "ok endpoints berlin: all trunks and telephones are there",
            "ok endpoint settings berlin: legs are moved by nobody else",
            "ok ami berlin: Asterisk Call Manager/11.0.0"),
        lines(checks(SECRET)));
  }

  @Test
  void whatIsMissingIsToldWithTheLinesToAdd() throws Exception {
    answers.put(
        "/ari/asterisk/info", "{\"system\":{\"version\":\"22.4.1\"},\"config\":{\"name\":\"\"}}");
    answers.put("/ari/endpoints/PJSIP", "[]");
    answers.put(
        "/ari/asterisk/modules",
        answers.get("/ari/asterisk/modules").replace("chan_pjsip.so", "chan_other.so"));
    List<Check> checks = checks(SECRET);
    assertEquals(
        List.of(
            "ok ari berlin: Asterisk 22.4.1",
            "warn systemname berlin: not set: ids of two Asterisks may meet",
            "fail media berlin: not running: chan_pjsip.so",
            "ok fallback berlin: app_queue.so and res_clioriginate.so run",
            "fail endpoints berlin: pjsip.conf does not have carrier, tel1",
            "ok endpoint settings berlin: legs are moved by nobody else",
            "ok ami berlin: Asterisk Call Manager/11.0.0"),
        lines(checks));
    assertEquals(
        List.of("systemname = berlin   ; in asterisk.conf [options]"), checks.get(1).fix());
    assertEquals(List.of("load = chan_pjsip.so   ; in modules.conf"), checks.get(2).fix());
    assertEquals(
        List.of("./ringmaster config asterisk berlin prints the lines to add"),
        checks.get(4).fix());
  }

  @Test
  void whatWorksButBadlyIsToldWithTheLinesToAdd() throws Exception {
    answers.put(ENDPOINT + "tel1", KEPT.replace("\"false\"", "\"true\"").replace("yes", "no"));
    answers.put(
        "/ari/asterisk/modules",
        answers.get("/ari/asterisk/modules").replace("app_queue.so", "app_other.so"));
    List<Check> checks = checks(SECRET);
    assertEquals(
        "warn fallback berlin: not running: app_queue.so; callers are lost while the platform is"
            + " away",
        lines(checks).get(2));
    assertEquals(List.of("load = app_queue.so   ; in modules.conf"), checks.get(2).fix());
    assertEquals(
        "warn endpoint settings berlin: others may move legs, or see who is on the line, at tel1",
        lines(checks).get(4));
    assertEquals(
        List.of(
            "[tel1]   ; in pjsip.conf, the section of type endpoint",
            "allow_transfer = no",
            "direct_media = no",
            "timers = yes"),
        checks.get(4).fix());
  }

  @Test
  void aWrongSecretIsToldAndNeverShown() throws Exception {
    List<Check> checks = checks("another-secret");
    assertEquals(
        List.of(
            "fail ari berlin: user or password are wrong",
            "fail ami berlin: user or secret are wrong"),
        lines(checks));
    assertFalse(checks.toString().contains("another-secret"));
  }

  @Test
  void anOldAsteriskAndOneThatIsAwayAreTold() throws Exception {
    answers.put(
        "/ari/asterisk/info",
        "{\"system\":{\"version\":\"18.9-cert3\"},\"config\":{\"name\":\"berlin\"}}");
    assertEquals("fail ari berlin: Asterisk 18.9-cert3 is too old", lines(checks(SECRET)).get(0));
    ari.stop(0);
    ami.close();
    List<Check> checks = checks(SECRET);
    assertEquals(
        List.of(Check.Level.FAIL, Check.Level.FAIL), checks.stream().map(Check::level).toList());
    assertFalse(checks.get(0).fix().isEmpty());
  }

  private List<Check> checks(String secret) throws Exception {
    Files.writeString(folder.resolve("secret"), secret);
    Files.writeString(
        folder.resolve("ringmaster.yaml"),
        """
        nodes:
          berlin:
            ari: {url: "http://127.0.0.1:%d/ari", user: ringmaster, secret: "${file:secret}"}
            ami: {host: 127.0.0.1, port: %d, user: ringmaster, secret: "${file:secret}"}
        trunks: {carrier: {node: berlin}}
        telephones: {tel1: {node: berlin}}
        """
            .formatted(ari.getAddress().getPort(), ami.getLocalPort()));
    Configuration read = ConfigurationFile.read(folder.resolve("ringmaster.yaml"));
    return new AsteriskCheck(read, read.nodes().getFirst()).checks();
  }

  private static List<String> lines(List<Check> checks) {
    return checks.stream()
        .map(check -> check.word() + " " + check.what() + ": " + check.detail())
        .toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String login = "ringmaster:" + SECRET;
      String wanted =
          "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
      boolean known = wanted.equals(exchange.getRequestHeaders().getFirst("Authorization"));
      byte[] body =
          answers
              .getOrDefault(exchange.getRequestURI().getPath(), "{}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(known ? 200 : 401, known ? body.length : -1);
      if (known) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private void serveAmi() {
    while (!ami.isClosed()) {
      try (Socket client = ami.accept()) {
        client
            .getOutputStream()
            .write("Asterisk Call Manager/11.0.0\r\n".getBytes(StandardCharsets.UTF_8));
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        boolean right = false;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
          right |= line.equals("Secret: " + SECRET);
        }
        String answer = "Response: " + (right ? "Success" : "Error") + "\r\n\r\n";
        client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // The next one, or the end.
      }
    }
  }
}
