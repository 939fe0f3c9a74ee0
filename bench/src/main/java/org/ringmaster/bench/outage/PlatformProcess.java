// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.outage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ringmaster.bench.demo.PlatformApi;
import org.ringmaster.server.cli.Whereabouts;

/**
 * The platform in a process of its own, so that it can be killed: begun by {@code ./ringmaster} as
 * people begin it where that is at hand, else by Java alone. Asked over its API.
 */
final class PlatformProcess implements AutoCloseable {

  private static final long UP_SECONDS = 120;
  private static final String NO_BODY = "{}";

  private final Path folder;
  private final Path configuration;
  private final Process process;
  private final long startedMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  private final long startedNanos = System.nanoTime();
  private final PlatformApi api;

  private PlatformProcess(Path folder, Path configuration) throws Exception {
    this.folder = folder;
    this.configuration = configuration;
    Path log = folder.resolve("platform.log");
    // What a killed one has left would be taken for the new one's word.
    Whereabouts.forget(folder);
    process =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Until.holds(
        () -> Whereabouts.readFrom(folder).isPresent() || !process.isAlive(),
        UP_SECONDS,
        "the platform can be asked");
    if (!process.isAlive()) {
      throw new IllegalStateException(Files.readString(log));
    }
    api = new PlatformApi(Whereabouts.readFrom(folder).orElseThrow());
  }

  private List<String> command() {
    List<String> up =
        List.of(
            "up", "--foreground", "--config", configuration.toString(), "--var", folder.toString());
    String home = System.getProperty("ringmaster.home");
    if (home != null) {
      return Stream.concat(Stream.of(Path.of(home, "ringmaster").toString()), up.stream()).toList();
    }
    return Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dringmaster.home=" + folder,
                "-Dringmaster.var=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "org.ringmaster.server.Ringmaster"),
            up.stream())
        .toList();
  }

  /** Starts the platform of a folder and waits until its API answers. */
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

  /** When the process was started, epoch microseconds. */
  long startedMicros() {
    return startedMicros;
  }

  /** What the API answers. */
  JsonNode get(String path) {
    return asked(() -> api.get(path));
  }

  /** Asks the API for something. */
  void post(String path) {
    asked(
        () -> {
          api.post(path, NO_BODY);
          return path;
        });
  }

  /** What a metric without labels says. */
  double metric(String name) {
    return asked(() -> api.text("/metrics"))
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  /** A question that may fail on its way. */
  private interface Asked<T> {
    T answer() throws IOException, InterruptedException;
  }

  private static <T> T asked(Asked<T> question) {
    try {
      return question.answer();
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
