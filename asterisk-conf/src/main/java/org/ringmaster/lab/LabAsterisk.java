// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.ringmaster.asteriskconf.ConfName;
import org.ringmaster.asteriskconf.Ports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running Asterisk of the lab, in namespaces of its own, on loopback. Methods may be called
 * from any thread.
 */
public final class LabAsterisk {
  private static final Logger LOG = LoggerFactory.getLogger(LabAsterisk.class);
  private static final long BOOT_MILLIS = 60_000;
  private static final long STOP_MILLIS = 15_000;
  private static final long CLI_MILLIS = 20_000;
  private static final long POLL_MILLIS = 20;
  private static final int SHOWN_LINES = 20;

  private final LabInstance instance;
  private volatile LabNote note;

  LabAsterisk(LabInstance instance, LabNote note) {
    this.instance = instance;
    this.note = note;
  }

  /**
   * Starts an Asterisk and waits until it is fully booted.
   *
   * @param draft where it lies and what it is to know; its folder is made now
   * @param outlivesUs whether it goes on when this process ends; else a later lab sweeps it away
   * @throws LabUnavailable if this machine refuses namespaces
   */
  static LabAsterisk start(AsteriskDraft draft, boolean outlivesUs) {
    LabInstance instance = draft.instance();
    if (find(instance).isPresent()) {
      throw new IllegalStateException(instance.name() + " runs already");
    }
    instance.delete();
    instance.make();
    draft.files().writeTo(instance.folder().resolve("etc"));
    instance.handOver();
    LabNote.Process owner =
        outlivesUs ? LabNote.Process.NONE : LabNote.Process.of(ProcessHandle.current());
    LabNote note =
        new LabNote(
            draft.lab(),
            draft.node(),
            LabNote.Process.NONE,
            LabNote.Process.NONE,
            owner,
            draft.ports(),
            draft.ari(),
            draft.ami());
    LabAsterisk started = new LabAsterisk(instance, note);
    started.launch();
    started.awaitBooted();
    return started;
  }

  /** Finds an Asterisk that another process left running. */
  public static Optional<LabAsterisk> find(LabInstance instance) {
    return LabNote.readFrom(instance.note())
        .filter(note -> !note.alive().isEmpty())
        .map(note -> new LabAsterisk(instance, note));
  }

  /** Starts this instance again after {@link #kill()} or {@link #stop()}, with the files it has. */
  public LabAsterisk startAgain() {
    if (isThere()) {
      throw new IllegalStateException(instance.name() + " is running");
    }
    // The same handle, so that whoever closes the lab ends these processes and not the dead ones.
    launch();
    awaitBooted();
    return this;
  }

  /** Runs a command of Asterisk's command line and returns what it prints. */
  public String cli(String command) {
    Shell.Result result = Shell.run(console(command), CLI_MILLIS);
    if (result.exit() != 0) {
      throw new IllegalStateException(
          "\"" + command + "\" on " + instance.name() + ": " + result.output().strip());
    }
    return result.output();
  }

  /** Whether it runs. */
  public boolean isRunning() {
    return !note.alive().isEmpty();
  }

  /** Whether it runs, whoever has started it last: another process may have done so. */
  public boolean isThere() {
    LabNote.readFrom(instance.note()).ifPresent(now -> note = now);
    return isRunning();
  }

  /** How many legs are up; what Asterisk itself plays music into its bridges with is none. */
  public int legs() {
    return (int)
        cli("core show channels concise")
            .lines()
            .filter(line -> line.contains("!") && !line.startsWith("Announcer/"))
            .count();
  }

  /** Ends it the way a power cut does, and waits until nothing of it is left. */
  public void kill() {
    List<ProcessHandle> all = new ArrayList<>(note.alive());
    note.alive().forEach(one -> one.descendants().forEach(all::add));
    all.forEach(ProcessHandle::destroyForcibly);
    await(() -> all.stream().noneMatch(ProcessHandle::isAlive), "killed");
  }

  /** Stops it, hanging up what is up; a deaf one is killed. Its files stay. */
  public void stop() {
    if (isThere()) {
      Shell.run(console("core stop now"), CLI_MILLIS);
      if (!awaitEnd(STOP_MILLIS)) {
        LOG.warn("lab: {} did not stop, killing it", instance.name());
        kill();
      }
    }
  }

  /** Stops it and its guard and deletes all it wrote. */
  public void close() {
    Guard.end(instance);
    stop();
    instance.delete();
  }

  /** Its own name in the lab. */
  public ConfName node() {
    return note.node();
  }

  LabNote note() {
    return note;
  }

  /** The name of the lab it belongs to. */
  ConfName lab() {
    return note.lab();
  }

  /** Where it lies. */
  public LabInstance instance() {
    return instance;
  }

  /** All ports it listens on. */
  public Ports ports() {
    return note.ports();
  }

  /** The port of ARI and of WebSockets on 127.0.0.1. */
  public int httpPort() {
    return note.ports().http();
  }

  /** The port of AMI on 127.0.0.1. */
  public int amiPort() {
    return note.ports().ami();
  }

  /** The UDP port of SIP on 127.0.0.1. */
  public int sipPort() {
    return note.ports().sip();
  }

  /** Its ARI user. */
  public String ariUser() {
    return note.ari().user().value();
  }

  /** The ARI user's secret. */
  public String ariSecret() {
    return note.ari().secret().reveal();
  }

  /** Its AMI user. */
  public String amiUser() {
    return note.ami().user().value();
  }

  /** The AMI user's secret. */
  public String amiSecret() {
    return note.ami().secret().reveal();
  }

  /** The file CEL is written to, one JSON object a line; there once the first call was. */
  public Path celFile() {
    return instance.folder().resolve("log/cel.json");
  }

  /**
   * Puts a sound where this Asterisk can play it and returns how ARI names it ({@code sound:...}).
   *
   * @param file a WAV file, 8 kHz, 16 bits, mono
   */
  public String addSound(Path file) {
    String name = file.getFileName().toString().replaceFirst("[.]wav$", "");
    Path folder = instance.folder().resolve("sounds");
    try {
      Files.createDirectories(folder);
      Files.copy(
          file, folder.resolve(new ConfName(name) + ".wav"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy " + file, e);
    }
    return "sound:" + instance.inside() + "/sounds/" + name;
  }

  /** Where recordings that ARI is asked for are written. */
  public Path recordings() {
    return instance.folder().resolve("spool/recording");
  }

  /** The file of notices, warnings and errors. */
  public Path messagesFile() {
    return instance.folder().resolve("log/messages");
  }

  /** The words that begin each call of its command line. */
  List<String> console() {
    return List.of(
        "chroot",
        instance.tree().root().toString(),
        "asterisk",
        "-C",
        instance.inside() + "/etc/asterisk.conf");
  }

  private List<String> console(String command) {
    List<String> words = new ArrayList<>(console());
    words.addAll(List.of("-rx", command));
    return words;
  }

  /** Starts the processes and notes both at once, so that whoever comes later can end both. */
  private void launch() {
    LabNote.Process keeper = keeper(instance);
    note = note.keptBy(keeper, LabNote.Process.NONE);
    note.writeTo(instance.note());
    List<ProcessHandle> children = new ArrayList<>();
    await(
        () ->
            keeper
                .alive()
                .map(one -> one.children().peek(children::add).findAny().isPresent())
                .orElse(true),
        "its process");
    if (!children.isEmpty()) {
      note = note.keptBy(keeper, LabNote.Process.of(children.getFirst()));
      note.writeTo(instance.note());
    }
  }

  private static LabNote.Process keeper(LabInstance instance) {
    String root = instance.tree().root().toString();
    List<String> command = new ArrayList<>(List.of("setsid", "unshare", "--mount", "--pid"));
    command.addAll(List.of("--fork", "--kill-child", "--mount-proc=" + root + "/proc"));
    command.addAll(List.of("chroot", "--userspec=asterisk:asterisk", root, "asterisk", "-f"));
    command.addAll(List.of("-C", instance.inside() + "/etc/asterisk.conf"));
    try {
      java.lang.Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(
                      instance.folder().resolve("log/console").toFile()))
              .start();
      process.getOutputStream().close();
      return LabNote.Process.of(process.toHandle());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start Asterisk in " + root, e);
    }
  }

  private void awaitBooted() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BOOT_MILLIS);
    while (System.nanoTime() < deadline) {
      if (!isRunning()) {
        throw new LabUnavailable(
            "Asterisk did not stay up (if namespaces are refused here, point ringmaster.yaml at"
                + " your own Asterisk, 20 or newer). It said: "
                + lastWords());
      }
      if (Shell.run(console("core waitfullybooted"), BOOT_MILLIS).exit() == 0) {
        return;
      }
      pause();
    }
    kill();
    throw new IllegalStateException(
        instance.name()
            + " not booted after "
            + Duration.ofMillis(BOOT_MILLIS)
            + ": "
            + lastWords());
  }

  /** Waits for something of this Asterisk to become true. */
  void await(BooleanSupplier condition, String what) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BOOT_MILLIS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(instance.name() + ": not in time: " + what);
      }
      pause();
    }
  }

  private boolean awaitEnd(long timeoutMillis) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    while (isRunning() && System.nanoTime() < deadline) {
      pause();
    }
    return !isRunning();
  }

  private String lastWords() {
    try {
      List<String> lines = Files.readAllLines(instance.folder().resolve("log/console"));
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    } catch (IOException e) {
      return "(nothing: " + e.getMessage() + ")";
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for Asterisk", e);
    }
  }
}
