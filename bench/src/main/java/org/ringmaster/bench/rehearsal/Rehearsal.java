// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ringmaster.bench.demo.PlatformApi;
import org.ringmaster.server.Ringmaster;
import org.ringmaster.server.cli.Whereabouts;

/**
 * Where the process of the rehearsal begins: the platform as {@code up} starts it, in an empty
 * folder, with calls that nobody makes. The JVM watches and leaves its cache when it ends. The
 * arguments are the folder and for how many seconds callers arrive.
 */
public final class Rehearsal {
  private static final String NUMBER = "49301000";
  private static final int AGENTS = 12;
  private static final long RING_MILLIS = 10;
  private static final long PATIENCE_MILLIS = 700;
  private static final long CALLERS_A_SECOND = 120;
  private static final long UP_SECONDS = 30;
  private static final long RETURN_MILLIS = 5_000;
  private static final int FAILED = 1;

  private final StageAsterisk asterisk;
  private final Path folder;
  private final long seconds;

  private Rehearsal(StageAsterisk asterisk, Path folder, long seconds) {
    this.asterisk = asterisk;
    this.folder = folder;
    this.seconds = seconds;
  }

  /** Runs it; the process ends with it. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    StageAsterisk asterisk = new StageAsterisk(RING_MILLIS);
    Files.writeString(folder.resolve("secret"), StageAsterisk.SECRET);
    Path file = Files.writeString(folder.resolve("ringmaster.yaml"), configuration(asterisk));
    Rehearsal rehearsal = new Rehearsal(asterisk, folder, Long.parseLong(arguments[1]));
    Thread.ofPlatform().name("rehearsal").daemon().start(rehearsal::play);
    Ringmaster.main(
        new String[] {
          "up", "--foreground", "--config", file.toString(), "--var", folder.toString()
        });
  }

  private static String configuration(StageAsterisk asterisk) {
    StringBuilder telephones = new StringBuilder();
    StringBuilder agents = new StringBuilder();
    StringBuilder names = new StringBuilder();
    for (int i = 1; i <= AGENTS; i++) {
      telephones.append("  tel%02d: {node: edge, use: rung}\n".formatted(i));
      agents.append("  agent%d: {number: %d, telephone: tel%02d}\n".formatted(i, 1000 + i, i));
      names.append(i > 1 ? ", " : "").append("agent").append(i);
    }
    return """
        nodes:
          edge:
            ari: {url: "%s", user: %s, secret: "${file:secret}"}
        trunks:
          outside: {node: edge}
        telephones:
        %sagents:
        %squeues:
          sales: {strategy: longest-idle, agents: [%s], timeout: 15s, retry: 1s, wrapuptime: 0s}
        numbers:
          "%s": {queue: sales}
        """
        .formatted(asterisk.url(), StageAsterisk.USER, telephones, agents, names, NUMBER);
  }

  private void play() {
    try {
      PlatformApi api = signIn();
      int callers = callers();
      long answered = answered(api);
      System.out.println(callers + " callers rehearsed, " + answered + " talked to an agent");
      Return killed = new Return(folder.resolve("journal"), folder.resolve("journal-again"));
      System.out.println(killed.repeated(RETURN_MILLIS) + " facts brought back");
      System.exit(answered > 0 ? 0 : FAILED);
    } catch (IOException | InterruptedException | RuntimeException e) {
      System.err.println("the rehearsal has failed: " + e);
      System.exit(FAILED);
    }
  }

  private PlatformApi signIn() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(UP_SECONDS);
    Optional<Whereabouts> where = Whereabouts.readFrom(folder);
    while (where.isEmpty() || !asterisk.awaitListed(1)) {
      if (System.nanoTime() > deadline) {
        throw new IOException("the platform did not come up");
      }
      TimeUnit.MILLISECONDS.sleep(20);
      where = Whereabouts.readFrom(folder);
    }
    PlatformApi api = new PlatformApi(where.orElseThrow());
    for (int i = 1; i <= AGENTS; i++) {
      api.post("/api/agents/agent" + i + "/login", "{}");
    }
    return api;
  }

  /** Callers at a steady rate, more than there are agents for; each stays a while and goes. */
  private int callers() throws InterruptedException {
    int count = 0;
    try (ScheduledExecutorService world = Executors.newSingleThreadScheduledExecutor()) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      while (System.nanoTime() < end) {
        String caller = "1790000000." + ++count;
        asterisk.arrives(caller, NUMBER);
        world.schedule(() -> asterisk.hangsUp(caller), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        TimeUnit.MICROSECONDS.sleep(1_000_000 / CALLERS_A_SECOND);
      }
    }
    return count;
  }

  private static long answered(PlatformApi api) throws IOException, InterruptedException {
    long sum = 0;
    for (JsonNode queue : api.get("/api/queues").path("queues")) {
      sum += queue.path("today").path("answered").asLong();
    }
    return sum;
  }
}
