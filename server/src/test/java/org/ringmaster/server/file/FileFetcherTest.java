// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.aribridge.transport.AriAddress;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.file.FileCommand;
import org.ringmaster.core.file.FileInput;

class FileFetcherTest {
  private static final RecordingId FILE = new RecordingId("r01-t3k9a2-0000012345");
  private static final CallId CALL = new CallId("c01-t3k9a2-0000000007");
  private static final NodeId NODE = new NodeId("edge");

  @TempDir private Path folder;
  private final BlockingQueue<FileInput> told = new LinkedBlockingQueue<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private byte @Nullable [] stored;
  private int status = 200;
  private HttpServer asterisk;
  private RecordedFiles files;

  @BeforeEach
  void start() throws IOException {
    files = new RecordedFiles(folder.resolve("kept"));
    asterisk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    asterisk.createContext("/ari/recordings/stored/", this::serve);
    asterisk.start();
  }

  @AfterEach
  void stop() {
    asterisk.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    byte[] body = stored;
    int code = body == null ? 404 : status;
    boolean sends = code == 200 && exchange.getRequestURI().getPath().endsWith("/file");
    exchange.sendResponseHeaders(code, sends && body != null ? body.length : -1);
    if (sends && body != null) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private FileFetcher fetcher(@Nullable Path local) {
    AriAddress address =
        new AriAddress("edge", "127.0.0.1", asterisk.getAddress().getPort(), "user", "secret");
    return new FileFetcher(
        files, node -> node.equals(NODE) ? new FileFetcher.Place(address, local) : null, told::add);
  }

  private FileInput fetched(FileFetcher fetcher, NodeId from) throws InterruptedException {
    assertTrue(fetcher.publish(new FileCommand.Fetch(from, FILE, CALL, 0)));
    FileInput input = told.poll(20, TimeUnit.SECONDS);
    return java.util.Objects.requireNonNull(input, "nothing was told");
  }

  @Test
  void aFileOfAFarNodeIsFetchedByHttpAndItsCopyThereDeletedWhenThatIsAsked() throws Exception {
    byte[] wave = Waves.closed(900);
    stored = wave;
    try (FileFetcher fetcher = fetcher(null)) {
      FileInput.Fetched done = assertInstanceOf(FileInput.Fetched.class, fetched(fetcher, NODE));
      assertEquals(900, done.lengthMillis());
      assertArrayEquals(wave, Files.readAllBytes(files.find(FILE).orElseThrow()));
      assertEquals(RecordedFiles.sha256(files.find(FILE).orElseThrow()), done.sha256());
      assertEquals(0, asked.stream().filter(it -> it.startsWith("DELETE")).count());
      fetcher.publish(new FileCommand.Clear(NODE, FILE));
    }
    assertTrue(asked.contains("DELETE /ari/recordings/stored/" + FILE), asked::toString);
  }

  @Test
  void aFileInAFolderThatWeSeeIsCopiedFromThere() throws Exception {
    Path spool = Files.createDirectories(folder.resolve("spool"));
    Files.write(spool.resolve(FILE + ".wav"), Waves.closed(300));
    try (FileFetcher fetcher = fetcher(spool)) {
      assertInstanceOf(FileInput.Fetched.class, fetched(fetcher, NODE));
      assertTrue(Files.exists(spool.resolve(FILE + ".wav")), "until it is in the journal");
      fetcher.publish(new FileCommand.Clear(NODE, FILE));
    }
    assertTrue(Files.notExists(spool.resolve(FILE + ".wav")));
    assertEquals(List.of(), asked);
  }

  @Test
  void aFileThatItsNodeDoesNotHaveIsNotThere() throws Exception {
    try (FileFetcher far = fetcher(null);
        FileFetcher near = fetcher(folder)) {
      assertEquals(new FileInput.NotThere(FILE), fetched(far, NODE));
      assertEquals(new FileInput.NotThere(FILE), fetched(near, NODE));
    }
    assertEquals(Optional.empty(), files.find(FILE));
  }

  @Test
  void whatFailsIsToldWithTheReason() throws Exception {
    stored = Waves.closed(100);
    status = 503;
    try (FileFetcher far = fetcher(null);
        FileFetcher near = fetcher(folder.resolve("no such folder"))) {
      assertEquals(new FileInput.FetchFailed(FILE, "the node answers 503"), fetched(far, NODE));
      assertEquals(
          new FileInput.FetchFailed(FILE, "node west is not configured"),
          fetched(far, new NodeId("west")));
      assertInstanceOf(FileInput.FetchFailed.class, fetched(near, NODE));
      assertEquals(
          "1 recorded files are not fetched yet, and tried again: node west is not configured",
          far.failure());
      asterisk.stop(0);
      assertInstanceOf(FileInput.FetchFailed.class, fetched(far, NODE));
    }
    assertEquals(Optional.empty(), files.find(FILE));
  }

  @Test
  void whatWasKeptBeforeACrashIsToldWithoutTheNode() throws Exception {
    stored = Waves.closed(400);
    try (FileFetcher fetcher = fetcher(null)) {
      FileInput first = fetched(fetcher, NODE);
      asterisk.stop(0);
      assertEquals(first, fetched(fetcher, NODE));
    }
  }
}
