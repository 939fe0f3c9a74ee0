// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;
import org.ringmaster.core.routing.Strategy;
import org.ringmaster.lab.LabPorts;

/**
 * Gives tests one {@link LabCentre} that they all use, one class after the other: it is started
 * once in a JVM and closed after the last test. What it wrote is kept where a test failed. A class
 * begins with {@link LabCentre#begin}.
 */
public final class SharedLab implements ParameterResolver, TestWatcher {
  private static final ExtensionContext.Namespace PLACE =
      ExtensionContext.Namespace.create(SharedLab.class);

  /** The port of tel07, which lives in a SIPp that a test starts. */
  static final int HOLDING_TELEPHONE = LabPorts.free();

  private static final String CONFIGURATION =
      """
      region: DE
      nodes:
        edge: {lab: yes}
      trunks:
        outside: {node: edge, channels: 50}
      telephones:
        tel01: {node: edge, use: rung, transferkey: yes}
        tel02: {node: edge, use: rung}
        tel03: {node: edge, use: rung}
        tel04: {node: edge, use: rung}
        tel05: {node: edge, use: open}
        tel06: {node: edge, use: open}
        tel07: {node: edge, use: rung, contact: "sip:127.0.1.1:<holding>"}
      agents:
        anna: {number: 1001, telephone: tel01}
        bruno: {number: 1002, telephone: tel02, skills: {french: 3}}
        chen: {number: 1003, telephone: tel03, skills: {french: 8}}
        dora: {number: 1005, telephone: tel05}
        emil: {number: 1006, telephone: tel06}
        fritz: {number: 1007, telephone: tel07}
      queues:
        sales: {agents: [anna]}
        support: {agents: [bruno]}
        again:
          agents: [anna]
          keys: {"5": callback}
          callback: {trunk: outside, retry: 1s, timeout: 8s}
        agent-first:
          agents: [anna]
          keys: {"5": callback}
          callback: {trunk: outside, mode: agent-first, retry: 1s, timeout: 8s}
        english:
          agents: [dora]
          announceposition: yes
          announcefrequency: 8s
          minannouncefrequency: 2s
        spanish:
          agents: [dora, emil]
          language: es
          announceposition: yes
          announcewait: precise
        portuguese:
          agents: [dora, emil]
          announceposition: yes
          announcewait: less-than
        desk: {agents: [fritz]}
        engaged:
          agents: [emil]
        gone:
          agents: [dora]
          periodicannounce: [no-such-sound]
          periodicannouncefrequency: 2s
        skilled: {agents: [anna, bruno, chen], strategy: skills, wrapuptime: 0s,
                  skills: {french: 7}, relax: ["2s french 2"]}
        fitting: {agents: [anna, bruno, chen], strategy: skills, wrapuptime: 0s, preferredskills: [french]}
        rejoined: {agents: [anna], wrapuptime: 0s}
        listened: {agents: [anna, dora], wrapuptime: 0s, autopause: {silent: 2}}
        impatient: {agents: [anna], maxwait: 2s, wrapuptime: 0s, overflow: {queue: linear}}
      <queues>
      numbers:
        "49301000": {queue: sales}
        "49301001": {queue: again}
        "49301002": {queue: agent-first}
        "49301200": {queue: english}
        "49301201": {queue: spanish}
        "49301202": {queue: portuguese, language: pt}
        "49301203": {queue: gone}
        "49301204": {queue: engaged}
        "49301300": {queue: desk}
        "49301900": {queue: skilled}
        "49301901": {queue: impatient}
        "49301902": {queue: rejoined}
        "49301903": {queue: fitting}
        "49301904": {queue: listened}
      <numbers>
      calendars:
        always: {zone: Europe/Berlin, hours: [mon-sun 00:00-24:00]}
      campaigns:
        resting: {queue: sales, trunk: outside, hours: always}
      transfers:
        numbers:
          "_81X.": {trunk: outside}
        timeout: 5s
      """;

  private static String configuration() {
    StringBuilder queues = new StringBuilder();
    StringBuilder numbers = new StringBuilder();
    for (Strategy strategy : Strategy.values()) {
      queues.append(
          "  %s: {agents: [anna, bruno, chen], strategy: %s, wrapuptime: 0s}\n"
              .formatted(name(strategy), name(strategy)));
      numbers.append("  \"%s\": {queue: %s}\n".formatted(numberOf(strategy), name(strategy)));
    }
    return CONFIGURATION
        .replace("<holding>", Integer.toString(HOLDING_TELEPHONE))
        .replace("<queues>", queues.toString().stripTrailing())
        .replace("<numbers>", numbers.toString().stripTrailing());
  }

  private static String name(Strategy strategy) {
    return strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The number whose queue has a strategy. */
  static String numberOf(Strategy strategy) {
    return "493011%02d".formatted(strategy.ordinal());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LabCentre.class;
  }

  @Override
  public LabCentre resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return here(context).centre;
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    here(context).isKept = true;
  }

  private static Shared here(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(PLACE)
        .computeIfAbsent(Shared.class, any -> new Shared(), Shared.class);
  }

  /** The one that all use; the root store closes it after the last test. */
  private static final class Shared implements AutoCloseable {
    private final LabCentre centre;
    private volatile boolean isKept;

    Shared() {
      try {
        Path folder = Files.createTempDirectory("shared-lab-");
        centre = LabCentre.start(configuration(), folder);
      } catch (Exception e) {
        throw new IllegalStateException("cannot start what the tests share", e);
      }
    }

    @Override
    public void close() throws Exception {
      centre.close();
      if (isKept) {
        System.out.println("what the shared platform wrote is in " + centre.folder());
      } else {
        centre.forget();
      }
    }
  }
}
