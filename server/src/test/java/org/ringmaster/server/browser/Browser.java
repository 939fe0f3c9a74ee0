// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real Chromium without a window, driven over its DevTools protocol. It has a folder of its own
 * and ends with {@link #close}.
 */
final class Browser implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<Long, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final Path folder;
  private final Process process;
  private final WebSocket socket;
  private final String first;
  private String page;

  private Browser(int width, int height) throws IOException {
    folder = Files.createTempDirectory("browser");
    process =
        new ProcessBuilder(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder,
                "--window-size=" + width + "," + height,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    Path port = folder.resolve("DevToolsActivePort");
    waitUntil("Chromium listens", () -> isWhole(port.toFile()));
    List<String> lines = Files.readAllLines(port);
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)), new Listener())
            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .join();
    page = attach();
    first = page;
    size(width, height);
  }

  private String attach() {
    String target =
        call(null, "Target.createTarget", Map.of("url", "about:blank")).get("targetId").asText();
    String attached =
        call(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .asText();
    call(attached, "Page.enable", Map.of());
    call(attached, "Runtime.enable", Map.of());
    return attached;
  }

  /** Opens another tab; what follows is about it. */
  void anotherTab() {
    page = attach();
  }

  /** What follows is about the first tab again. */
  void firstTab() {
    page = first;
    call("Page.bringToFront", Map.of()); // One in the background hears of no closed window.
  }

  void size(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  /** The tab freezes, as one does that has been in the background for long; or thaws. */
  void freeze(boolean frozen) {
    call("Page.setWebLifecycleState", Map.of("state", frozen ? "frozen" : "active"));
  }

  /** What the axe rules find that is serious; empty for nothing. */
  String seriousFindings() throws IOException {
    value(Files.readString(Path.of("src/main/web/node_modules/axe-core/axe.min.js")) + "; ''");
    return value(
        """
        axe.run(document, {resultTypes: ['violations']}).then((found) => found.violations
          .filter((one) => ['serious', 'critical'].includes(one.impact))
          .map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(' | ')}`)
          .join('; '))
        """);
  }

  static Browser start(int width, int height) {
    try {
      return new Browser(width, height);
    } catch (IOException e) {
      throw new UncheckedIOException("chromium does not start; is it installed?", e);
    }
  }

  void open(URI address) {
    call("Page.navigate", Map.of("url", address.toString()));
  }

  /** Loads a page, even where its address differs in the fragment alone from the one shown. */
  void openAnew(URI address) {
    open(URI.create("about:blank"));
    until("location.href === 'about:blank'");
    open(address);
  }

  /** Whether pages should look dark. */
  void prefer(String colours) {
    call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
  }

  /** The value of an expression, as text. */
  String value(String expression) {
    JsonNode result =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (result.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
    }
    return result.get("result").path("value").asText();
  }

  /** Waits until an expression is true. */
  void until(String expression) {
    waitUntil(expression, () -> value("!!(" + expression + ")").equals("true"));
  }

  /** Types into whatever has the focus. */
  void type(String text) {
    call("Input.insertText", Map.of("text", text));
  }

  /** Presses a key such as {@code Tab}, {@code Enter} or {@code h}. */
  void press(String key) {
    int code =
        switch (key) {
          case "Tab" -> 9;
          case "Enter" -> 13;
          case "Escape" -> 27;
          default -> key.toUpperCase(Locale.ROOT).charAt(0);
        };
    boolean writes = key.length() == 1 || key.equals("Enter");
    Map<String, Object> down =
        writes
            ? Map.of(
                "type",
                "keyDown",
                "key",
                key,
                "windowsVirtualKeyCode",
                code,
                "text",
                key.equals("Enter") ? "\r" : key)
            : Map.of("type", "rawKeyDown", "key", key, "windowsVirtualKeyCode", code);
    call("Input.dispatchKeyEvent", down);
    call(
        "Input.dispatchKeyEvent",
        Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", code));
  }

  /** Holds a letter's key down for so long that it repeats. */
  void hold(String key) {
    int code = key.toUpperCase(Locale.ROOT).charAt(0);
    for (int i = 0; i < 6; i++) {
      call(
          "Input.dispatchKeyEvent",
          Map.of(
              "type",
              "keyDown",
              "key",
              key,
              "windowsVirtualKeyCode",
              code,
              "text",
              key,
              "autoRepeat",
              i > 0));
    }
    call(
        "Input.dispatchKeyEvent",
        Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", code));
  }

  /** The clocks where the browser is. */
  void zone(String zone) {
    call("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
  }

  /** Keeps a picture of the page. */
  void picture(Path file) throws IOException {
    JsonNode taken = call("Page.captureScreenshot", Map.of("format", "png"));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(taken.get("data").asText()));
  }

  private JsonNode call(String method, Map<String, ?> parameters) {
    return call(page, method, parameters);
  }

  private JsonNode call(@Nullable String session, String method, Map<String, ?> parameters) {
    long number = numbers.incrementAndGet();
    ObjectNode message = JSON.createObjectNode();
    message.put("id", number).put("method", method).set("params", JSON.valueToTree(parameters));
    if (session != null) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    pending.put(number, answer);
    socket.sendText(message.toString(), true).join();
    JsonNode told = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    if (told.has("error")) {
      throw new AssertionError(method + ": " + told.get("error"));
    }
    return told.get("result");
  }

  private void waitUntil(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain until " + what);
      }
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }

  private static boolean isWhole(File port) {
    try {
      return port.exists() && Files.readAllLines(port.toPath()).size() == 2;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
    family.add(process.toHandle());
    socket.abort();
    process.destroy();
    family.forEach(one -> one.onExit().completeOnTimeout(one, 5, TimeUnit.SECONDS).join());
    family.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    family.forEach(one -> one.onExit().completeOnTimeout(one, 5, TimeUnit.SECONDS).join());
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        answer(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    private void answer(String message) {
      try {
        JsonNode told = JSON.readTree(message);
        CompletableFuture<JsonNode> waiting =
            told.has("id") ? pending.remove(told.get("id").asLong()) : null;
        if (waiting != null) {
          waiting.complete(told);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
