// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.server.cli.Whereabouts;
import org.ringmaster.server.config.ConfigurationSource;

@Timeout(60)
class ReloadTest {
  private static final String FILE =
      """
      nodes:
        edge:
          ari: {url: "http://127.0.0.1:1/ari", user: us, secret: "${file:secret}"}
      store: {url: "jdbc:postgresql://127.0.0.1:1/none", user: us, secret: "${file:secret}"}
      telephones:
        tel01: {node: edge}
      agents:
        anna: {number: 1001, telephone: tel01}
      queues:
        sales: {agents: [anna]}
      """;

  @TempDir Path folder;

  @Test
  void aLabThatDoesNotListenKeepsNothingFromTheKernelAndIsTold() throws Exception {
    Files.writeString(folder.resolve("secret"), "nobody-listens");
    Path file = Files.writeString(folder.resolve("ringmaster.yaml"), FILE);
    ConfigurationSource source = ConfigurationSource.open(file);
    NodePlaces deaf =
        new NodePlaces(
            () -> {
              throw new IllegalStateException("\"dialplan reload\" on edge: no answer");
            });
    try (ContactCentre centre = new ContactCentre(source.current(), folder, deaf, List::of)) {
      centre.reloadsFrom(source);
      centre.start();
      Files.writeString(file, FILE + "  support: {agents: [anna]}\n");
      HttpResponse<String> answer = reload(centre);
      assertEquals(200, answer.statusCode(), answer.body());
      assertTrue(answer.body().contains("on edge: no answer"), answer.body());
      Waiting.until(
          () -> centre.boards().queues().rows().size() == 2, 10, "the kernel knows both queues");
    }
  }

  private HttpResponse<String> reload(ContactCentre centre) throws Exception {
    String token = Files.readString(Whereabouts.tokenFile(folder)).strip();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(centre.address().resolve("/api/config/reload"))
              .header("authorization", "Bearer " + token)
              .POST(BodyPublishers.ofString("{}"))
              .build(),
          BodyHandlers.ofString());
    }
  }
}
