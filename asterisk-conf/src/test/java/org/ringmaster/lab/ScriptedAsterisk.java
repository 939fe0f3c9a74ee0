// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringmaster.asteriskconf.ConfFiles;

/**
 * A program that answers the console commands of {@code guard.sh} from files, and notes what it was
 * told to do. What it has no file for is no command of its Asterisk: an old one lists no sockets.
 */
final class ScriptedAsterisk implements AutoCloseable {
  private static final String PROGRAM =
      """
      #!/bin/sh
      # Called as: asterisk -rx COMMAND
      cd "$(dirname "$0")" || exit 1
      date +%s >>asked
      [ ! -e down ] || { echo "$2" >>vain; echo 'Unable to connect to remote asterisk'; exit 1; }
      case $2 in
        'channel redirect '*)
          echo "$2" >>done
          [ ! -e after-move ] || mv after-move 'ari show websocket sessions'
          echo "Channel '${2#channel redirect }' successfully redirected"
          ;;
        'channel request hangup '*)
          echo "$2" >>done
          echo "Requested Hangup on channel '${2#channel request hangup }'"
          ;;
        'dialplan show globals')
          beat=$(cat beat 2>/dev/null)
          [ "$beat" != now ] || beat=$(date +%s%2N)
          [ -z "$beat" ] || echo "   RINGMASTER_BEAT=$beat"
          echo
          echo "    -- 1 variable"
          ;;
        'dialplan show '*@fallback)
          echo "  '49301000' =>     1. Answer()    [extensions.conf:7]"
          ;;
        *)
          cat "$2" 2>/dev/null && exit
          echo "No such command '$2' (type 'core show help $2' for other possible commands)"
          [ ! -e fails ] || exit 1
          ;;
      esac
      """;

  private static final String SESSIONS = "ari show websocket sessions";
  private static final String SESSIONS_HEAD =
      """
      Connection ID                        Type            RemoteAddr                       State Apps
      ------------------------------------ --------------- -------------------------------- ----- ----------------
      """;

  private final Path folder;
  private @Nullable Process guard;

  ScriptedAsterisk(Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("asterisk"), PROGRAM);
    bridges();
    legs();
  }

  /** Answers as one of 22.5 and later does, with an event socket for each list of applications. */
  void sockets(String... apps) throws IOException {
    write(SESSIONS, sessions(apps));
  }

  /** The platform's socket is up again once somebody has been moved. */
  void afterTheFirstMoveTheSocketIsBack() throws IOException {
    write("after-move", sessions("ringmaster"));
  }

  private static String sessions(String... apps) {
    StringBuilder text = new StringBuilder(SESSIONS_HEAD);
    for (String each : apps) {
      text.append(
          "5f0f8a1c-7c55-4c1c-9d6e-0a3f0f0f0f0f inbound         127.0.0.1:40000                  Up    %s%n"
              .formatted(each));
    }
    return text.toString();
  }

  /**
   * The beat goes on: whenever one looks there is another, or a guard of one second would be too
   * strict.
   */
  void beats() throws IOException {
    beatStandsAt("now");
  }

  void beatStandsAt(String value) throws IOException {
    write("beat", value);
  }

  void beatIsForgotten() throws IOException {
    Files.delete(folder.resolve("beat"));
  }

  /** What it does not know ends with an error. */
  void failsOnUnknownCommands() throws IOException {
    write("fails", "");
  }

  /** It does not answer any more. */
  void isDown() throws IOException {
    write("down", "");
  }

  /** It answers again, after a look in vain. */
  void isUpAfterALookInVain() throws IOException {
    LabReading.await("a look in vain", () -> lines("vain").contains("dialplan show globals"));
    Files.delete(folder.resolve("down"));
  }

  /** The lines of {@code core show channels concise}. */
  void legs(String... lines) throws IOException {
    write("core show channels concise", String.join("\n", lines) + "\n");
  }

  /** Each bridge as its id and its technology. */
  void bridges(String... each) throws IOException {
    StringBuilder text =
        new StringBuilder("Bridge-ID      Chans Type            Technology      Duration\n");
    for (String one : each) {
      String[] words = one.split(" ");
      text.append("%s 1 stasis %s 00:00:09%n".formatted(words[0], words[1]));
    }
    write("bridge show all", text.toString());
  }

  private void write(String name, String text) throws IOException {
    Path next = Files.writeString(folder.resolve("next"), text);
    Files.move(next, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Starts the guard, for which a platform is gone after a second. */
  void watch() throws IOException {
    watch(1);
  }

  /** Starts the guard, for which a platform is gone after so many seconds. */
  void watch(int goneSeconds) throws IOException {
    Path script = folder.resolve("guard.sh");
    Files.createFile(watched());
    try (InputStream in = ConfFiles.class.getResourceAsStream("guard.sh")) {
      Files.copy(Objects.requireNonNull(in, "guard.sh"), script);
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh",
            script.toString(),
            "-g",
            Integer.toString(goneSeconds),
            "-p",
            "0.1",
            "-w",
            watched().toString());
    builder.environment().put("ASTERISK", "sh " + folder.resolve("asterisk"));
    guard =
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile()).start();
  }

  /** What it was told to do, in this order. */
  List<String> done() {
    return lines("done");
  }

  String said() {
    return String.join("\n", lines("said"));
  }

  /** Waits until the guard has told it to do this. */
  void await(String command) {
    LabReading.await(command, () -> done().contains(command));
  }

  void awaitSaid(String words) {
    LabReading.await("the guard says: " + words, () -> said().contains(words));
  }

  /** Waits until the guard has looked for so many seconds since it began. */
  void awaitSecondsOfWatching(int seconds) {
    LabReading.await(
        "it was asked for " + seconds + " seconds",
        () -> {
          List<String> asked = lines("asked");
          return !asked.isEmpty()
              && Long.parseLong(asked.getLast()) - Long.parseLong(asked.getFirst()) >= seconds;
        });
  }

  private List<String> lines(String name) {
    try {
      Path file = folder.resolve(name);
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private Path watched() {
    return folder.resolve("watched");
  }

  /** Lets the guard end by itself: one that is killed leaves commands behind that still write. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(watched());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (guard != null) {
      guard.onExit().join();
    }
  }
}
