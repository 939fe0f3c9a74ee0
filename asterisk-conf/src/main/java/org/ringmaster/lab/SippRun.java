// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.ringmaster.asteriskconf.ConfFiles;

/**
 * A running SIPp: many callers from one process, or a telephone that is always found at one port.
 * It speaks plain SIP from addresses of its own on loopback, which a lab's edges take for their
 * carrier. Needs the program {@code sipp} (Debian's package sip-tester).
 */
public final class SippRun implements AutoCloseable {
  /** The addresses it speaks from. */
  static final String NETWORK = "127.0.1.0/24";

  private static final String ADDRESS = "127.0.1.1";
  private static final int MEDIA_FIRST = 33_000;
  private static final int MEDIA_SPAN = 25_000;
  private static final long CLOSE_MILLIS = 5_000;

  /**
   * How a run of callers went.
   *
   * @param successful calls that went as the scenario says
   * @param failed calls that did not
   */
  public record Result(int successful, int failed) {}

  private final Process process;
  private final Path folder;
  private final int port;

  private SippRun(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /** Starts callers of an edge; they call by the plan and then it ends. */
  public static SippRun callers(LabAsterisk edge, SippCallers plan) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "127.0.0.1:" + edge.sipPort(),
                "-s",
                plan.number(),
                "-m",
                Integer.toString(plan.calls()),
                "-r",
                Integer.toString(plan.callsPerSecond()),
                "-l",
                Integer.toString(plan.calls())));
    String scenario = plan.digits().isEmpty() ? "caller.xml" : "caller-digits.xml";
    return launch(scenario, plan, arguments, LabPorts.free());
  }

  /** Starts a telephone that is always found at {@code 127.0.1.1} and {@link #port()}. */
  public static SippRun telephone(int ringMillis) {
    return telephone(ringMillis, LabPorts.free());
  }

  /** The same at a port chosen before, so that a plan could name it. */
  public static SippRun telephone(int ringMillis, int port) {
    return launch("telephone.xml", Map.of("ringMillis", ringMillis), List.of("-aa"), port);
  }

  /**
   * Starts a telephone that presses its hold key some time after it has answered, and again as long
   * after that (re-INVITE with {@code sendonly}, then {@code sendrecv}).
   */
  public static SippRun holdingTelephone(int ringMillis, int stepMillis, int port) {
    return launch(
        "telephone-hold.xml",
        Map.of("ringMillis", ringMillis, "stepMillis", stepMillis),
        List.of("-aa"),
        port);
  }

  /** The UDP port it speaks SIP from. */
  public int port() {
    return port;
  }

  /** The address it speaks from. */
  public String address() {
    return ADDRESS;
  }

  /**
   * Waits until all callers are done.
   *
   * @throws IllegalStateException if they are not in time; the callers then still run
   */
  public Result await(long timeoutMillis) {
    try {
      if (!process.waitFor(timeoutMillis, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("callers not done after " + timeoutMillis + " ms");
      }
      return result();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while callers call", e);
    }
  }

  /** What it printed and the errors it saw, for a message when a test fails. */
  public String errors() {
    try {
      Path errors = folder.resolve("errors");
      return Files.exists(errors) ? Files.readString(errors) : "";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read SIPp's errors", e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
      LabTree.deleteTree(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static SippRun launch(
      String scenario, Object words, List<String> arguments, int sipPort) {
    if (!Shell.has("sipp")) {
      throw new LabUnavailable("SIPp is missing: apt-get install sip-tester");
    }
    try {
      Path folder = Files.createTempDirectory("ringmaster-sipp-");
      ConfFiles.fill(SippRun.class, "sipp", List.of(scenario), words).writeTo(folder);
      int media = MEDIA_FIRST + 2 * ThreadLocalRandom.current().nextInt(MEDIA_SPAN / 2);
      List<String> command = new ArrayList<>(List.of("setsid", "sipp"));
      command.addAll(arguments);
      command.addAll(List.of("-sf", scenario, "-i", ADDRESS, "-p", Integer.toString(sipPort)));
      command.addAll(List.of("-mi", ADDRESS, "-mp", Integer.toString(media)));
      command.addAll(List.of("-nostdin", "-trace_err", "-error_file", "errors"));
      command.addAll(List.of("-trace_stat", "-stf", "statistics", "-fd", "1"));
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("screen").toFile())
              .start();
      process.getOutputStream().close();
      return new SippRun(process, folder, sipPort);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start SIPp", e);
    }
  }

  private Result result() {
    try {
      List<String> lines = Files.readAllLines(folder.resolve("statistics"));
      List<String> head = Arrays.asList(lines.getFirst().split(";"));
      String[] last = lines.getLast().split(";");
      return new Result(
          Integer.parseInt(last[head.indexOf("SuccessfulCall(C)")]),
          Integer.parseInt(last[head.indexOf("FailedCall(C)")]));
    } catch (IOException e) {
      throw new UncheckedIOException("SIPp left no statistics", e);
    }
  }
}
