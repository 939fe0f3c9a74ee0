// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.journal.JournalException;
import org.ringmaster.core.store.EmbeddedStore;
import org.ringmaster.core.store.StoreException;
import org.ringmaster.lab.EdgePlan;
import org.ringmaster.lab.Lab;
import org.ringmaster.lab.LabUnavailable;
import org.ringmaster.server.cli.ExitCode;
import org.ringmaster.server.cli.Runner;
import org.ringmaster.server.cli.Whereabouts;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.ConfigurationSource;
import org.ringmaster.server.config.LabEdges;
import org.ringmaster.server.config.NodeSettings;
import org.ringmaster.server.config.UserSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the platform: the lab if one is configured, the contact centre, and the word to
 * whoever waits for it. A signal ends it and all that it started; a failed kernel or journal ends
 * the process and leaves Asterisk and PostgreSQL for the next run.
 */
final class PlatformRun implements Runner {

  private static final Logger LOG = LoggerFactory.getLogger(PlatformRun.class);

  private static final long NODES_MILLIS = 30_000;

  private final CountDownLatch ended = new CountDownLatch(1);

  @Override
  public int run(ConfigurationSource source, Path folder) {
    try {
      return runIn(source, folder);
    } catch (LabUnavailable | JournalException | StoreException | IOException e) {
      System.err.println("ringmaster: " + e.getMessage());
      return ExitCode.FAILED;
    } catch (UncheckedIOException e) {
      System.err.println(
          "ringmaster: "
              + e.getMessage()
              + ": "
              + Objects.requireNonNull(e.getCause()).getMessage());
      return ExitCode.FAILED;
    } catch (RuntimeException | Error e) {
      LOG.error("the platform has failed", e);
      System.err.println("ringmaster: the platform has failed: " + e);
      return ExitCode.FAILED;
    } finally {
      // Whatever the end was: the process waits for this before it goes.
      ended.countDown();
    }
  }

  private int runIn(ConfigurationSource source, Path folder) throws IOException {
    Configuration configuration = source.current();
    FirstLogin firstLogin = new FirstLogin(folder);
    String drawn = configuration.users().isEmpty() ? firstLogin.draw().orElse(null) : null;
    // Beside the journal, which need not wait for it.
    CompletableFuture<@Nullable Lab> lab =
        CompletableFuture.supplyAsync(() -> lab(configuration, folder));
    try (LabWatch watch = new LabWatch(lab, () -> LabEdges.of(source.current()));
        ContactCentre centre =
            new ContactCentre(
                configuration,
                folder,
                new NodePlaces(() -> joined(lab)),
                () -> users(source, firstLogin))) {
      CompletableFuture<Boolean> signal = onSignal();
      centre.reloadsFrom(source);
      centre.start();
      Whereabouts.tell(folder, centre.address());
      CompletableFuture<Object> end =
          CompletableFuture.anyOf(signal, centre.failure().thenApply(why -> false));
      List<String> missing = awaitNodes(configuration, folder, centre, end);
      if (!end.isDone()) {
        firstLogin.keep();
        tellReady(folder, centre, missing, drawn);
      }
      boolean asked = (boolean) end.join();
      Whereabouts.forget(folder);
      if (!asked) {
        // No clean end: the journal is right up to its last sync and must not be touched again.
        LOG.error("the platform has stopped; calls go on at Asterisk, start it again");
        Runtime.getRuntime().halt(ExitCode.FAILED);
      }
    }
    stopRest(configuration, folder, joined(lab));
    return ExitCode.OK;
  }

  /** A shutdown hook that lets {@link #run} come to its end before the process goes. */
  private CompletableFuture<Boolean> onSignal() {
    CompletableFuture<Boolean> signal = new CompletableFuture<>();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  signal.complete(true);
                  try {
                    ended.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                "signal"));
    return signal;
  }

  private static @Nullable Lab lab(Configuration configuration, Path folder) {
    List<EdgePlan> edges = LabEdges.of(configuration);
    return edges.isEmpty() ? null : LabRoom.findOrStart(folder, edges);
  }

  private static @Nullable Lab joined(CompletableFuture<@Nullable Lab> lab) {
    try {
      return lab.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof LabUnavailable why ? why : e;
    }
  }

  private static List<UserSettings> users(ConfigurationSource source, FirstLogin firstLogin) {
    List<UserSettings> users = source.current().users();
    return users.isEmpty() ? List.of(firstLogin.user()) : users;
  }

  /** Waits for the nodes, bounded, and says for what; what is missing in the end is told by up. */
  private static List<String> awaitNodes(
      Configuration configuration, Path folder, ContactCentre centre, CompletableFuture<?> end) {
    Path waiting = folder.resolve("waiting");
    NodeReadiness readiness =
        new NodeReadiness(
            centre.boards().trunks()::nodes,
            configuration.nodes().stream().map(NodeSettings::id).toList());
    List<String> missing =
        readiness.await(
            NODES_MILLIS,
            end,
            lines -> {
              LOG.info("waiting: {}", String.join("; ", lines));
              tryToWrite(folder, waiting, String.join("; ", lines) + "\n");
            });
    missing.forEach(line -> LOG.warn("{}; the rest is up, and it is tried again", line));
    try {
      Files.deleteIfExists(waiting);
    } catch (IOException e) {
      LOG.warn("cannot delete {}: {}", waiting, e.getMessage());
    }
    return missing;
  }

  private static void tellReady(
      Path folder, ContactCentre centre, List<String> missing, @Nullable String drawn) {
    String text =
        "Wallboard  "
            + centre.address()
            + "/\nAPI        "
            + centre.address()
            + "/api/openapi.yaml\nMetrics    "
            + centre.address()
            + "/metrics\n"
            + (drawn == null ? "" : "Log in as  " + drawn + " (shown this once)\n")
            + missing.stream()
                .map(line -> "NOT READY  " + line + ": see ./ringmaster doctor\n")
                .collect(Collectors.joining());
    write(folder, folder.resolve("ready"), text);
  }

  /** What is waited for is in the log too: that it cannot be told elsewhere ends nothing. */
  private static void tryToWrite(Path folder, Path file, String text) {
    try {
      write(folder, file, text);
    } catch (UncheckedIOException e) {
      LOG.warn("cannot write {}: {}", file, Objects.requireNonNull(e.getCause()).getMessage());
    }
  }

  /** Whoever reads the file never sees half of it. */
  private static void write(Path folder, Path file, String text) {
    try {
      Path made = Files.createTempFile(folder, ".told", null);
      Files.writeString(made, text);
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tell how we are in " + folder, e);
    }
  }

  private static void stopRest(Configuration configuration, Path folder, @Nullable Lab lab) {
    try {
      if (configuration.store().embedded()) {
        EmbeddedStore.stop(folder.resolve("postgres"), EmbeddedStore.defaultCache());
      }
    } finally {
      if (lab != null) {
        lab.close();
      }
    }
  }
}
