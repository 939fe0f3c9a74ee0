// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("lab")
class LabAsteriskTest {

  @Test
  void anEdgeStartsAnswersOnAriAndLeavesNothing() throws Exception {
    LabAsterisk edge;
    try (Lab lab = Lab.start(LabPlan.usual().withoutOutside())) {
      edge = lab.edge();
      assertEquals(200, get(edge, "asterisk/ping"));
      assertTrue(edge.cli("core show version").startsWith("Asterisk 22."));
      assertEquals(List.of(), LabReading.bootComplaints(edge));
    }
    assertFalse(edge.isRunning());
    assertFalse(Files.exists(edge.instance().folder()));
  }

  @Test
  void theUserOfAmiIsLetInAndAWrongSecretIsNot() throws Exception {
    try (Lab lab = Lab.start(LabPlan.usual().withoutOutside())) {
      LabAsterisk edge = lab.edge();
      assertEquals("Response: Success", amiLogin(edge, edge.amiSecret()));
      assertEquals("Response: Error", amiLogin(edge, "wrong-secret"));
    }
  }

  private static String amiLogin(LabAsterisk edge, String secret) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.amiPort());
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      assertTrue(in.readLine().startsWith("Asterisk Call Manager/"));
      String login =
          "Action: Login\r\nUsername: %s\r\nSecret: %s\r\n\r\n".formatted(edge.amiUser(), secret);
      socket.getOutputStream().write(login.getBytes(StandardCharsets.UTF_8));
      return in.readLine();
    }
  }

  private static int get(LabAsterisk edge, String path) throws Exception {
    String login = edge.ariUser() + ":" + edge.ariSecret();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.httpPort() + "/ari/" + path))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
