// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.file;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringmaster.aribridge.transport.AriAddress;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.engine.Outlet;
import org.ringmaster.core.file.FileCommand;
import org.ringmaster.core.file.FileInput;
import org.ringmaster.core.kernel.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings recorded files from their nodes: of a far one by HTTP, of one whose folder we see by
 * copying. What became of each is told as an input; whether it is tried again is the kernel's
 * matter. Commands come from the command thread, the work is done by threads of its own.
 */
public final class FileFetcher implements Outlet, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FileFetcher.class);
  private static final int THREADS = 2;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int HIGHEST_OK = 299;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration FETCH = Duration.ofMinutes(5);
  private static final Duration CLEAR = Duration.ofSeconds(10);
  private static final long CLOSE_SECONDS = 10;

  private final RecordedFiles files;
  private final Function<NodeId, @Nullable Place> places;
  private final Consumer<FileInput> kernel;
  private final Map<RecordingId, String> failing = new ConcurrentHashMap<>();
  private final Set<RecordingId> underWay = ConcurrentHashMap.newKeySet();
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS, Thread.ofPlatform().name("recorded-files-", 0).daemon().factory());

  /**
   * Where a node's recordings are.
   *
   * @param folder the node's folder of recordings as we see it; null where it is on another machine
   */
  public record Place(AriAddress ari, @Nullable Path folder) {}

  /**
   * A fetcher.
   *
   * @param places where a node is; null for one that is not configured
   * @param kernel is told what became of files
   */
  public FileFetcher(
      RecordedFiles files, Function<NodeId, @Nullable Place> places, Consumer<FileInput> kernel) {
    this.files = files;
    this.places = places;
    this.kernel = kernel;
  }

  @Override
  public boolean publish(Command command) {
    if (!(command instanceof FileCommand asked)) {
      return false;
    }
    try {
      switch (asked) {
        case FileCommand.Fetch fetch -> {
          if (underWay.add(fetch.file())) {
            threads.execute(() -> fetch(fetch));
          }
        }
        case FileCommand.Clear clear -> threads.execute(() -> clear(clear));
      }
    } catch (RejectedExecutionException closed) {
      LOG.debug("{} after the end is left to the next start", command);
    }
    return true;
  }

  /** Why files are not fetched, as a sentence; empty while all that was tried has worked. */
  public String failure() {
    Map<RecordingId, String> now = Map.copyOf(failing);
    return now.isEmpty()
        ? ""
        : now.size()
            + " recorded files are not fetched yet, and tried again: "
            + now.values().iterator().next();
  }

  private void fetch(FileCommand.Fetch asked) {
    FileInput told;
    try {
      told = fetched(asked);
      failing.remove(asked.file());
    } catch (IOException | RuntimeException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      LOG.warn("{} of {} is not fetched yet, and tried again: {}", asked.file(), asked.node(), why);
      failing.put(asked.file(), why);
      told = new FileInput.FetchFailed(asked.file(), why);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return; // The next start asks again.
    } finally {
      underWay.remove(asked.file());
    }
    kernel.accept(told);
  }

  private FileInput fetched(FileCommand.Fetch asked) throws IOException, InterruptedException {
    Place place = places.apply(asked.node());
    if (place == null) {
      throw new IOException("node " + asked.node() + " is not configured");
    }
    if (files.find(asked.file()).isEmpty() && !isThere(place, asked.file())) {
      return new FileInput.NotThere(asked.file());
    }
    KeptFile kept =
        files.keep(
            asked.file(),
            asked.call(),
            asked.expiresMicros(),
            target -> into(target, place, asked.file()));
    return new FileInput.Fetched(asked.file(), kept.sha256(), kept.bytes(), kept.lengthMillis());
  }

  private static Path local(Path folder, RecordingId file) {
    return folder.resolve(file + ".wav");
  }

  private boolean isThere(Place place, RecordingId file) throws IOException, InterruptedException {
    if (place.folder() != null) {
      if (!Files.isDirectory(place.folder())) {
        throw new IOException("no folder " + place.folder());
      }
      return Files.isRegularFile(local(place.folder(), file));
    }
    HttpResponse<Void> answer =
        client.send(
            request(place, "recordings/stored/" + file, CLEAR).GET().build(),
            BodyHandlers.discarding());
    if (answer.statusCode() != OK && answer.statusCode() != NOT_FOUND) {
      throw new IOException("the node answers " + answer.statusCode());
    }
    return answer.statusCode() == OK;
  }

  /** What was kept before a crash is hashed again rather than fetched again. */
  private void into(Path target, Place place, RecordingId file)
      throws IOException, InterruptedException {
    Path kept = files.find(file).orElse(null);
    if (kept != null) {
      Files.copy(kept, target, StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    if (place.folder() != null) {
      Files.copy(local(place.folder(), file), target, StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    HttpResponse<Path> answer =
        client.send(
            request(place, "recordings/stored/" + file + "/file", FETCH).GET().build(),
            BodyHandlers.ofFile(target));
    if (answer.statusCode() != OK) {
      throw new IOException("the node answers " + answer.statusCode());
    }
  }

  private void clear(FileCommand.Clear asked) {
    Place place = places.apply(asked.node());
    if (place == null) {
      return;
    }
    try {
      if (place.folder() != null) {
        Files.deleteIfExists(local(place.folder(), asked.file()));
        return;
      }
      int code =
          client
              .send(
                  request(place, "recordings/stored/" + asked.file(), CLEAR).DELETE().build(),
                  BodyHandlers.discarding())
              .statusCode();
      if (code > HIGHEST_OK && code != NOT_FOUND) {
        LOG.warn("{} keeps its copy of {}: it answers {}", asked.node(), asked.file(), code);
      }
    } catch (IOException e) {
      LOG.warn("{} keeps its copy of {}: {}", asked.node(), asked.file(), e.getMessage());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpRequest.Builder request(Place place, String below, Duration timeout) {
    return HttpRequest.newBuilder(URI.create(place.ari().url() + below))
        .timeout(timeout)
        .header("Authorization", place.ari().authorization());
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
    client.shutdownNow();
  }
}
