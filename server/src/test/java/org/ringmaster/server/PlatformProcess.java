// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.ringmaster.server.cli.Whereabouts;

/** The platform in a process of its own, so that it can be killed. */
final class PlatformProcess implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long UP_SECONDS = 120;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path folder;
  private final Path configuration;
  private final Process process;
  private final long startedNanos = System.nanoTime();
  private final Whereabouts where;

  private PlatformProcess(Path folder, Path configuration) throws Exception {
    this.folder = folder;
    this.configuration = configuration;
    Path ready = folder.resolve("ready");
    Files.deleteIfExists(ready);
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-Dringmaster.home=" + folder,
                    "-Dringmaster.var=" + folder,
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.ringmaster.server.Ringmaster",
                    "up",
                    "--foreground",
                    "--config",
                    configuration.toString()))
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("platform.log").toFile()))
            .start();
    Waiting.until(
        () -> Files.exists(ready) || !process.isAlive(), UP_SECONDS, "the platform is up");
    if (!process.isAlive()) {
      throw new IllegalStateException(Files.readString(folder.resolve("platform.log")));
    }
    where = Whereabouts.readFrom(folder).orElseThrow();
  }

  /** Starts the platform of a folder and waits until it says that it is ready. */
  static PlatformProcess start(Path folder, Path configuration) throws Exception {
    return new PlatformProcess(folder, configuration);
  }

  /** Ends it as a power cut does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Stops its threads where they are; its sockets stay open. */
  void freeze() throws Exception {
    signal("STOP");
  }

  /** Lets it go on. */
  void thaw() throws Exception {
    signal("CONT");
  }

  private void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Kills it and starts it again. */
  PlatformProcess killAndStart() throws Exception {
    kill();
    return start(folder, configuration);
  }

  /** How long ago the process was started. */
  long ageMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
  }

  /** What the API answers. */
  JsonNode get(String path) {
    return send(HttpRequest.newBuilder(where.address().resolve(path)).GET());
  }

  /** Asks the API for something. */
  JsonNode post(String path) {
    return send(
        HttpRequest.newBuilder(where.address().resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}")));
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          client.send(
              request
                  .timeout(Duration.ofSeconds(10))
                  .header("Authorization", "Bearer " + where.token())
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException("the platform does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A figure of one queue's row, now. */
  long queue(String queue, String figure) {
    for (JsonNode row : get("/api/queues").path("queues")) {
      if (row.path("id").asText().equals(queue)) {
        return row.path(figure).asLong();
      }
    }
    return -1;
  }

  /** How many agents' rows are so. */
  long agents(Predicate<JsonNode> so) {
    long count = 0;
    for (JsonNode row : get("/api/agents").path("agents")) {
      count += so.test(row) ? 1 : 0;
    }
    return count;
  }

  /** How many agents are in a state. */
  long inState(String state) {
    return agents(row -> row.path("state").asText().equals(state));
  }

  /** Whether the node is seen. */
  boolean isConnected() {
    for (JsonNode row : get("/api/nodes").path("nodes")) {
      if (row.path("state").asText(row.path("sight").asText()).equals("connected")) {
        return true;
      }
    }
    return false;
  }

  /** Ends it by a signal and waits. */
  @Override
  public void close() throws Exception {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
