// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.outage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.lab.CallerBehaviour;
import org.ringmaster.lab.DrawnMillis;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.TelephoneBehaviour;
import org.ringmaster.server.LabRoom;

/**
 * A platform in a process of its own with the lab's Asterisk and the built-in PostgreSQL, and
 * callers who stay: as many of them talk as there are agents, the others wait.
 */
final class Site implements AutoCloseable {
  private static final String QUEUE = "sales";

  /** What callers dial. */
  static final String NUMBER = "49301000";

  private static final int MOST_AGENTS = 20;
  private static final int AGENTS_OF_CALLERS = 10;
  private static final long SEEN_SECONDS = 60;
  private static final long STORED_SECONDS = 240;
  private static final int BURST = 10;
  private static final long BURST_SECONDS = 30;

  private final Path folder;
  private final int callers;
  private final int agents;
  private PlatformProcess platform;

  private Site(Path folder, int callers, int agents, PlatformProcess platform) {
    this.folder = folder;
    this.callers = callers;
    this.agents = agents;
    this.platform = platform;
  }

  /** Starts a site in a folder, which may have a journal already, and lets callers come. */
  static Site open(Path folder, int callers) throws Exception {
    int agents = Math.min(MOST_AGENTS, Math.max(1, callers / AGENTS_OF_CALLERS));
    return open(folder, agents, callers);
  }

  /** The same with so many agents. */
  static Site open(Path folder, int agents, int callers) throws Exception {
    Path configuration = Files.writeString(folder.resolve("ringmaster.yaml"), yaml(agents));
    PlatformProcess platform = PlatformProcess.start(folder, configuration);
    Site site = new Site(folder, callers, agents, platform);
    try {
      site.callersCome();
      return site;
    } catch (Exception e) {
      site.close();
      throw e;
    }
  }

  private static List<String> names(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + "%02d".formatted(i)).toList();
  }

  private static String yaml(int agents) {
    StringBuilder yaml = new StringBuilder("nodes:\n  edge: {lab: yes}\n");
    yaml.append("trunks:\n  outside: {node: edge, channels: 500}\ntelephones:\n");
    names("tel", agents)
        .forEach(name -> yaml.append("  %s: {node: edge, use: rung}\n".formatted(name)));
    yaml.append("agents:\n");
    for (int i = 1; i <= agents; i++) {
      yaml.append("  agent%02d: {number: %d, telephone: tel%02d}\n".formatted(i, 1000 + i, i));
    }
    yaml.append("queues:\n  %s: {strategy: longest-idle, agents: [".formatted(QUEUE));
    yaml.append(String.join(", ", names("agent", agents)));
    yaml.append(
        "], timeout: 15s, retry: 1s}\nnumbers:\n  \"%s\": {queue: %s}\n".formatted(NUMBER, QUEUE));
    return yaml.toString();
  }

  private void callersCome() throws Exception {
    Lab lab = lab();
    for (String telephone : names("tel", agents)) {
      lab.outside()
          .telephone(
              "edge",
              telephone,
              TelephoneBehaviour.answers(
                  DrawnMillis.between(50, 150), DrawnMillis.untilOtherEnds()));
    }
    Until.holds(platform::isConnected, SEEN_SECONDS, "the edge is seen");
    names("agent", agents).forEach(agent -> platform.post("/api/agents/" + agent + "/login"));
    Until.holds(() -> platform.inState("available") == agents, SEEN_SECONDS, "agents are free");
    for (int i = 0; i < callers; i++) {
      lab.outside().call(NUMBER, "4930555%03d".formatted(i), CallerBehaviour.stays());
      if (i % BURST == BURST - 1) {
        long come = i + 1L;
        Until.holds(() -> present() == come, BURST_SECONDS, "they are in the queue");
      }
    }
    if (callers > 0) {
      Until.holds(this::isRight, SEEN_SECONDS, "all of them talk or wait");
    }
  }

  /** How many callers the boards show in the queue, waiting or talking. */
  long present() {
    return platform.queue(QUEUE, "talking") + platform.queue(QUEUE, "waiting");
  }

  /** Whether the boards show the node and every caller where it is. */
  boolean isRight() {
    return platform.isConnected()
        && platform.queue(QUEUE, "talking") == agents
        && platform.queue(QUEUE, "waiting") == callers - agents
        && platform.inState("on-call") == agents;
  }

  /** The platform that runs now. */
  PlatformProcess platform() {
    return platform;
  }

  /** Kills the platform and starts it again. */
  void killAndStart() throws Exception {
    platform = platform.killAndStart();
  }

  /** How many callers there are. */
  int callers() {
    return callers;
  }

  /** The lab. */
  Lab lab() {
    return Lab.find(LabRoom.name(folder)).orElseThrow();
  }

  /** The journey store, beside the platform. */
  StoreReading store() {
    return new StoreReading(folder);
  }

  /** The last fact in the journal. */
  long journaled() {
    return (long) platform.metric("ringmaster_journal_facts_total");
  }

  /** Where the journal lies. */
  Path journal() {
    return folder.resolve("journal");
  }

  /** Waits until the journey store has all that is in the journal. */
  void awaitStored() throws InterruptedException {
    Until.holds(
        () -> platform.metric("ringmaster_store_behind_facts") == 0,
        STORED_SECONDS,
        "the store has all facts");
  }

  @Override
  public void close() throws Exception {
    platform.close();
    EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
    Lab.find(LabRoom.name(folder)).ifPresent(Lab::close);
  }
}
