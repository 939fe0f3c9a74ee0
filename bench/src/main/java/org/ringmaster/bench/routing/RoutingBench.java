// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.routing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;
import org.ringmaster.bench.measure.Aim;
import org.ringmaster.bench.measure.DiskSync;
import org.ringmaster.bench.measure.Report;
import org.ringmaster.bench.measure.Row;
import org.ringmaster.bench.measure.Spread;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.engine.MicroClock;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabPlan;
import org.ringmaster.lab.TelephoneBehaviour;
import org.ringmaster.server.ContactCentre;
import org.ringmaster.server.NodePlaces;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationFile;
import org.ringmaster.server.config.LabEdges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bench {@code routing}: the same callers, telephones and Asterisk, once with app_queue
 * (Ringmaster is away, so the dialplan takes its fallback queue) and once with Ringmaster.
 */
public final class RoutingBench {

  private static final Logger LOG = LoggerFactory.getLogger(RoutingBench.class);
  private static final String NUMBER = "49301000";

  /** Those that both have by the same meaning. */
  private static final List<String> STRATEGIES = List.of("longest-idle", "rrmemory");

  private static final int AGENTS = 10;
  private static final double MICROS = 1_000.0;
  private static final long HIGHEST_MICROS = 60_000_000;
  private static final MicroClock CLOCK = MicroClock.system();

  private final Path folder;
  private final boolean quick;
  private final int rounds;
  private final Set<RoutingPart> only;

  /**
   * Makes the bench.
   *
   * @param folder an empty folder on the disk that is measured
   * @param quick one round with 10 waiting
   * @param rounds how often both are measured in turn otherwise
   * @param only what is measured
   */
  public RoutingBench(Path folder, boolean quick, int rounds, Set<RoutingPart> only) {
    this.only = EnumSet.copyOf(only);
    this.folder = folder;
    this.quick = quick;
    this.rounds = quick ? 1 : rounds;
  }

  /** One way of one system: the gaps of its rounds. */
  private static final class Gaps {
    private final List<Double> p50 = new ArrayList<>();
    private final List<Double> p99 = new ArrayList<>();
    private int count;

    void add(List<Double> millis) {
      if (millis.isEmpty()) {
        return;
      }
      Histogram histogram = new Histogram(HIGHEST_MICROS, 3);
      millis.forEach(gap -> histogram.recordValue(Math.max(0, Math.round(gap * MICROS))));
      p50.add(histogram.getValueAtPercentile(50) / MICROS);
      p99.add(histogram.getValueAtPercentile(99) / MICROS);
      count += millis.size();
    }

    static Spread spread(List<Double> rounds) {
      return new Spread(rounds.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  /** Measures everything. */
  public Report run() throws Exception {
    Report report = new Report("routing", quick).part(only.size() < RoutingPart.values().length);
    if (only.contains(RoutingPart.DECISIONS)) {
      LOG.info("measuring {}", RoutingPart.DECISIONS);
      new Decisions(folder, quick ? 1_000 : 10_000).into(report, quick ? 1 : 5);
    }
    if (only.contains(RoutingPart.HAND_OVERS) || only.contains(RoutingPart.WAITS)) {
      onTelephones(report);
    }
    return report;
  }

  private void onTelephones(Report report) throws Exception {
    report.disk(DiskSync.measure(folder));
    Configuration rung = configuration("rung");
    Configuration open = configuration("open");
    LabPlan plan = LabPlan.of(LabEdges.of(rung).toArray(new EdgePlan[0]));
    try (Lab lab = Lab.start(plan)) {
      report.version("asterisk", lab.edge().cli("core show version").strip().split(" ")[1]);
      for (int i = 1; i <= AGENTS; i++) {
        lab.outside()
            .telephone(
                "edge",
                "tel%02d".formatted(i),
                TelephoneBehaviour.answers(
                    DrawnMillis.between(50, 150), DrawnMillis.untilOtherEnds()));
      }
      if (only.contains(RoutingPart.HAND_OVERS)) {
        handOvers(report, lab, rung, open);
      }
      if (only.contains(RoutingPart.WAITS)) {
        waits(report, lab, rung);
      }
    } finally {
      EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
    }
  }

  private void handOvers(Report report, Lab lab, Configuration rung, Configuration open)
      throws Exception {
    if (!quick) {
      LOG.info("warming up");
      withPlatform(lab, rung, () -> crowd(lab, 10));
      withPlatform(lab, open, () -> crowd(lab, 10));
    }
    for (int waiting : quick ? new int[] {10} : new int[] {1, 10, 100}) {
      rows(report, lab, rung, open, waiting);
    }
  }

  private void waits(Report report, Lab lab, Configuration rung) throws Exception {
    Waits waits = new Waits(lab, AGENTS, quick ? 5_000 : 55_000);
    for (String strategy : quick ? STRATEGIES.subList(0, 1) : STRATEGIES) {
      String number = NUMBER + STRATEGIES.indexOf(strategy);
      LOG.info("waits by {}: app_queue", strategy);
      LivedWaits peers = waits.at(number);
      LOG.info("waits by {}: ours", strategy);
      waits.into(report, strategy, withPlatform(lab, rung, () -> waits.at(number)), peers);
    }
  }

  private void rows(Report report, Lab lab, Configuration rung, Configuration open, int waiting)
      throws Exception {
    Gaps peerOffered = new Gaps();
    Gaps peerConnected = new Gaps();
    Gaps ourOffered = new Gaps();
    Gaps ourConnected = new Gaps();
    for (int round = 0; round < rounds; round++) {
      String where = "%d waiting, round %d of %d".formatted(waiting, round + 1, rounds);
      LOG.info("{}: app_queue", where);
      HandOvers queue = crowd(lab, waiting);
      peerOffered.add(queue.offered());
      peerConnected.add(queue.connectedAfterRinging());
      LOG.info("{}: rung telephones", where);
      ourOffered.add(withPlatform(lab, rung, () -> crowd(lab, waiting)).offered());
      LOG.info("{}: open telephones", where);
      ourConnected.add(withPlatform(lab, open, () -> crowd(lab, waiting)).connected());
    }
    String when = ", " + waiting + " waiting";
    report.add(
        row(
                "agent free to next caller offered, rung telephones, p50" + when,
                ourOffered.p50,
                peerOffered.p50,
                ourOffered,
                peerOffered)
            .aim(Aim.otherAtLeastTimes(25, "app_queue")));
    report.add(
        row(
                "agent free to next caller offered, rung telephones, p99" + when,
                ourOffered.p99,
                peerOffered.p99,
                ourOffered,
                peerOffered)
            .aim(Aim.atMost(20)));
    report.add(
        row(
                "agent free to next caller connected, open telephones, p50" + when,
                ourConnected.p50,
                peerConnected.p50,
                ourConnected,
                peerConnected)
            .aim(Aim.otherAtLeastTimes(25, "app_queue")));
    report.add(
        row(
                "agent free to next caller connected, open telephones, p99" + when,
                ourConnected.p99,
                peerConnected.p99,
                ourConnected,
                peerConnected)
            .aim(Aim.atMost(20)));
  }

  private static Row row(String what, List<Double> ours, List<Double> peers, Gaps our, Gaps peer) {
    return new Row(what, "ms", Gaps.spread(ours))
        .peer("app_queue", Gaps.spread(peers))
        .note(
            our.count
                + " hand-overs of ours, "
                + peer.count
                + " of app_queue; app_queue has no open telephones, so its connected figure"
                + " includes a telephone that answers after 50 to 150 ms");
  }

  /**
   * Lets the crowd call and reads the log of that time, without what came before its queue was
   * full.
   */
  private HandOvers crowd(Lab lab, int waiting) throws Exception {
    Crowd crowd = new Crowd(lab.outside(), NUMBER, AGENTS + waiting);
    crowd.keep(AGENTS, 60_000);
    long from = CLOCK.micros();
    crowd.keep(quick ? 20 : 120, 90_000);
    long to = CLOCK.micros();
    lab.outside().hangUpAll();
    await(() -> lab.outside().calls().isEmpty(), "the crowd is gone");
    return new HandOvers(lab.edge().celFile(), from, to);
  }

  private <T> T withPlatform(Lab lab, Configuration configuration, Callable<T> played)
      throws Exception {
    try (ContactCentre centre =
        new ContactCentre(configuration, folder, new NodePlaces(lab), List::of)) {
      centre.start();
      await(
          () -> agents(centre, AgentState.AVAILABLE) == AGENTS || signIn(centre),
          "agents are free");
      T seen = played.call();
      for (int i = 1; i <= AGENTS; i++) {
        centre
            .inlet()
            .ask(new AgentInput.SignOut(new AgentId("agent" + i)))
            .get(5, TimeUnit.SECONDS);
      }
      try {
        await(() -> lab.edge().legs() == 0, "all telephones are on the hook");
      } catch (IllegalStateException late) {
        throw new IllegalStateException(lab.edge().cli("core show channels verbose"), late);
      }
      return seen;
    }
  }

  private static boolean signIn(ContactCentre centre) {
    for (int i = 1; i <= AGENTS; i++) {
      if (centre.boards().trunks().nodes().isEmpty()) {
        return false;
      }
      AgentId agent = new AgentId("agent" + i);
      centre.inlet().ask(new AgentInput.SignIn(agent, null)).join();
      // A telephone that was still letting go of its last call leaves its agent paused.
      centre.inlet().ask(new AgentInput.Unpause(agent)).join();
    }
    return agents(centre, AgentState.AVAILABLE) == AGENTS;
  }

  private static long agents(ContactCentre centre, AgentState state) {
    return centre.boards().agents().rows().stream()
        .filter(row -> row.agent().state() == state)
        .count();
  }

  private static void await(BooleanSupplier condition, String what) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not in time: " + what);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private Configuration configuration(String use) throws Exception {
    StringBuilder yaml =
        new StringBuilder("nodes:\n  edge: {lab: yes}\ntrunks:\n  outside: {node: edge}\n");
    StringBuilder telephones = new StringBuilder("telephones:\n");
    StringBuilder agents = new StringBuilder("agents:\n");
    StringBuilder names = new StringBuilder();
    for (int i = 1; i <= AGENTS; i++) {
      telephones.append("  tel%02d: {node: edge, use: %s}\n".formatted(i, use));
      agents.append("  agent%d: {number: %d, telephone: tel%02d}\n".formatted(i, 1000 + i, i));
      names.append(i > 1 ? ", " : "").append("agent").append(i);
    }
    yaml.append(telephones).append(agents);
    StringBuilder queues = new StringBuilder("queues:\n");
    StringBuilder numbers = new StringBuilder("numbers:\n");
    queue(queues, numbers, "bench", "longest-idle", NUMBER, names);
    for (String strategy : STRATEGIES) {
      String number = NUMBER + STRATEGIES.indexOf(strategy);
      queue(queues, numbers, "by-" + strategy, strategy, number, names);
    }
    yaml.append(queues).append(numbers);
    Path file = folder.resolve(use + ".yaml");
    return ConfigurationFile.read(Files.writeString(file, yaml.toString()));
  }

  private static void queue(
      StringBuilder queues,
      StringBuilder numbers,
      String name,
      String strategy,
      String number,
      CharSequence agents) {
    queues.append("  %s: {strategy: %s, agents: [%s],".formatted(name, strategy, agents));
    queues.append(" timeout: 15s, retry: 1s, wrapuptime: 0s}\n");
    numbers.append("  \"%s\": {queue: %s}\n".formatted(number, name));
  }
}
