// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabUnavailable;
import org.ringmaster.lab.TelephoneBehaviour;
import org.ringmaster.server.LabRoom;
import org.ringmaster.server.cli.Whereabouts;

/**
 * Sends callers to the running platform over real SIP, with agents' telephones that answer and hang
 * up like people, and tells what becomes of them.
 */
public final class Demo {

  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int NOT_RUNNING = 3;
  private static final long REST_SECONDS = 300;
  private static final DrawnMillis RING = DrawnMillis.between(1_000, 4_000);

  private final Path folder;
  private final DemoPlan plan;
  private final PrintStream out;

  /** A demonstration at the platform of a var folder. */
  public Demo(Path folder, DemoPlan plan, PrintStream out) {
    this.folder = folder;
    this.plan = plan;
    this.out = out;
  }

  /** Runs it; an exit code. */
  public int run() throws InterruptedException {
    Whereabouts where = Whereabouts.readFrom(folder).orElse(null);
    Lab lab = Lab.find(LabRoom.name(folder)).orElse(null);
    if (where == null || lab == null) {
      out.println("the platform is not running with the lab: ./ringmaster up");
      return NOT_RUNNING;
    }
    PlatformApi api = new PlatformApi(where);
    try {
      out.println("Look at " + api.address() + "/ while it runs. Seed " + plan.seed() + ".");
      signIn(api, lab);
      long before = finished(api);
      call(api, lab);
      return finish(api, before);
    } catch (IOException | IllegalStateException | UncheckedIOException | LabUnavailable e) {
      out.println(why(Whereabouts.readFrom(folder).orElse(null), where, e));
      return FAILED;
    }
  }

  /** Why it cannot go on, as the platform's folder tells it now. */
  static String why(@Nullable Whereabouts now, Whereabouts then, Exception failure) {
    if (now == null) {
      return "The platform was stopped meanwhile: the demonstration ends here.";
    }
    if (!now.token().equals(then.token())) {
      return "The platform was started anew meanwhile: the demonstration ends here.";
    }
    return (failure instanceof IOException
            ? "The platform at " + then + " does not answer any more"
            : "The world outside does not answer any more (" + failure.getMessage() + ")")
        + ": ./ringmaster doctor and ./ringmaster logs say more.";
  }

  private void signIn(PlatformApi api, Lab lab) throws IOException, InterruptedException {
    for (JsonNode node : agents(api)) {
      String agent = "/api/agents/" + node.path("id").asText();
      api.post(agent + "/login", "{}");
      api.post(agent + "/unpause", "{}");
    }
    TelephoneBehaviour person = TelephoneBehaviour.answers(RING, DrawnMillis.untilOtherEnds());
    for (JsonNode node : agents(api)) {
      String telephone = node.path("telephone").asText("");
      if (!telephone.isEmpty()) {
        lab.outside().telephone(lab.edge().node().value(), telephone, person);
      }
    }
    out.println(agents(api).size() + " agents are signed in.");
  }

  private static List<JsonNode> agents(PlatformApi api) throws IOException, InterruptedException {
    return list(api.get("/api/agents").path("agents"));
  }

  private void call(PlatformApi api, Lab lab) throws IOException, InterruptedException {
    Random random = new Random(plan.seed());
    CallerBehaviour talks =
        CallerBehaviour.talks(DrawnMillis.between(plan.talkFromMillis(), plan.talkToMillis()));
    for (int i = 0; i < plan.callers(); i++) {
      String number = plan.numbers().get(i % plan.numbers().size());
      lab.outside().call(number, "4930555%04d".formatted(i), talks);
      tell(api, i + 1);
      TimeUnit.MILLISECONDS.sleep(plan.gapMillis() / 2 + random.nextLong(plan.gapMillis() + 1));
    }
  }

  private void tell(PlatformApi api, int called) throws IOException, InterruptedException {
    if (called % 10 != 0 && called != plan.callers()) {
      return;
    }
    StringBuilder line = new StringBuilder(called + " of " + plan.callers() + " have called");
    for (JsonNode queue : queues(api)) {
      line.append("; ").append(queue.path("id").asText());
      line.append(" waiting ").append(queue.path("waiting").asInt());
      line.append(", talking ").append(queue.path("talking").asInt());
    }
    out.println(line);
  }

  private int finish(PlatformApi api, long before) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(REST_SECONDS);
    while (finished(api) - before < plan.callers() || busy(api) > 0) {
      if (System.nanoTime() > deadline) {
        out.println(
            finished(api) - before + " of " + plan.callers() + " calls have come to an end.");
        return FAILED;
      }
      TimeUnit.MILLISECONDS.sleep(250);
    }
    out.println("All " + plan.callers() + " calls have come to an end.");
    return OK;
  }

  private static long finished(PlatformApi api) throws IOException, InterruptedException {
    long sum = 0;
    for (JsonNode queue : queues(api)) {
      JsonNode day = queue.path("today");
      sum += day.path("answered").asLong() + day.path("abandoned").asLong();
    }
    return sum;
  }

  private static long busy(PlatformApi api) throws IOException, InterruptedException {
    long sum = 0;
    for (JsonNode queue : queues(api)) {
      sum += queue.path("waiting").asLong() + queue.path("talking").asLong();
    }
    return sum;
  }

  private static List<JsonNode> queues(PlatformApi api) throws IOException, InterruptedException {
    return list(api.get("/api/queues").path("queues"));
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> all = new ArrayList<>();
    array.forEach(all::add);
    return all;
  }
}
