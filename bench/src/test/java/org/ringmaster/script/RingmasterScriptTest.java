// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RingmasterScriptTest {
  @TempDir Path folder;
  private ThrowAwayCheckout checkout;

  @BeforeEach
  void make() throws Exception {
    checkout = new ThrowAwayCheckout(folder);
  }

  @Test
  void aPlatformRunsOnJarsThatNoLaterBuildTouches() throws Exception {
    assertTrue(checkout.run("version").startsWith("0: "));
    List<String> calls = checkout.calls();
    String build = checkout.build().toString();
    assertTrue(
        calls.getLast().contains("-cp " + build + "/server.jar:" + build + "/lib/theirs.jar"),
        calls.getLast());
    assertTrue(Files.exists(checkout.build().resolve("lib/theirs.jar")));
  }

  @Test
  void everyStartLooksWhetherItsCacheIsWhole() throws Exception {
    assertTrue(checkout.run("build").startsWith("0: "));
    checkout.run("version");
    checkout.run("up", "--foreground");
    assertTrue(checkout.calls().getLast().contains("-XX:AOTCache="), checkout.calls()::toString);
    for (String call : checkout.calls()) {
      assertTrue(call.contains("-XX:+VerifySharedSpaces"), call);
    }
  }

  @Test
  void whatTheScriptHasComparedTheJvmNeedNotCompareAgain() throws Exception {
    checkout.run("build");
    checkout.run("up", "--foreground");
    String sound = checkout.calls().getLast();
    assertTrue(sound.contains("-XX:-VerifySharedSpaces"), sound);
    checkout.run("version");
    String unseen = checkout.calls().getLast();
    assertFalse(unseen.contains("-XX:-VerifySharedSpaces"), unseen);
  }

  @Test
  void aDamagedCacheIsToldDeletedAndMadeAgainByTheNextStart() throws Exception {
    checkout.run("build");
    Path cache =
        made(checkout.build()).stream()
            .filter(RingmasterScriptTest::isCache)
            .findFirst()
            .orElseThrow();
    Files.writeString(cache, "cachf\n");
    String up = checkout.run("up", "--foreground");
    assertTrue(up.contains("was damaged and is deleted"), up);
    assertFalse(Files.exists(cache));
    assertFalse(checkout.calls().getLast().contains("-XX:AOTCache="), checkout.calls()::toString);
    assertFalse(checkout.run("up", "--foreground").contains("damaged"));
    assertEquals("cache\n", Files.readString(cache));
  }

  private static boolean isCache(Path file) {
    return file.toString().endsWith(".aot");
  }

  @Test
  void whatAPlatformRunsOnOutlivesThreeNewerBuilds() throws Exception {
    checkout.run("build");
    Path first = checkout.build();
    Process platform =
        new ProcessBuilder("sh", "-c", "read -r end", "sh", "-cp", first + "/server.jar").start();
    try {
      for (int i = 0; i < 4; i++) {
        Files.writeString(checkout.file("server/src/Some.java"), "class Some {} // " + i);
        checkout.run("build");
      }
      assertTrue(Files.exists(first.resolve("server.jar")));
    } finally {
      platform.destroyForcibly().waitFor();
    }
    Files.writeString(checkout.file("server/src/Some.java"), "class Some {} // last");
    checkout.run("build");
    assertFalse(Files.exists(first));
  }

  @Test
  void whoCannotWriteToTheCheckoutAsksAndStartsAllTheSame() throws Exception {
    checkout.run("version");
    checkout.lock();
    Path own = Files.createDirectory(folder.resolve("own"));
    new ProcessBuilder("chmod", "a+rwx", own.toString()).start().waitFor();
    checkout.java("echo \"called with: $*\"");
    String asked = checkout.run(nobody(), "--var", own.toString(), "version");
    assertTrue(asked.startsWith("0: called with: "), asked);
    assertFalse(asked.contains("AutoCreateSharedArchive"), asked);
    String up = checkout.run(nobody(), "--var", own.toString(), "up", "--foreground");
    assertTrue(up.startsWith("0: called with: "), up);
    assertTrue(Files.exists(own.resolve("ringmaster.pid")));
  }

  @Test
  void whoCannotWriteToACheckoutThatIsNotBuiltIsToldWhatToDo() throws Exception {
    Files.createDirectories(checkout.file("var"));
    checkout.lock();
    Path own = Files.createDirectory(folder.resolve("own"));
    new ProcessBuilder("chmod", "a+rwx", own.toString()).start().waitFor();
    String said = checkout.run(nobody(), "--var", own.toString(), "version");
    assertTrue(said.startsWith("1: ringmaster: this must be built first"), said);
  }

  /** Root may write everywhere, and becomes somebody who may not. */
  private static List<String> nobody() {
    return System.getProperty("user.name").equals("root")
        ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
        : List.of();
  }

  @Test
  void aStrangerWhoHasThePlatformsNumberNowIsLeftAlone() throws Exception {
    Files.createDirectories(checkout.file("var"));
    Process stranger =
        new ProcessBuilder("tail", "-f", checkout.file("ringmaster").toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      for (String noted : List.of("%d\n", "%d\n123\n")) {
        Files.writeString(checkout.file("var/ringmaster.pid"), noted.formatted(stranger.pid()));
        String down = checkout.run("down");
        assertEquals("0: ringmaster: is not up\n", down);
        assertTrue(stranger.isAlive());
      }
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void whatUpHasStartedIsFoundAgainAndEndedByDown() throws Exception {
    checkout.run("build");
    // As the platform: ready at once, and there until it is told to go.
    checkout.java(
        """
        case $* in
          *--foreground*)
            for argument; do
              case $argument in -Dringmaster.var=*) echo addresses >"${argument#*=}/ready" ;; esac
            done
            exec sleep 50 ;;
        esac
        """);
    String up = checkout.run("up");
    try {
      assertEquals("0: addresses\n", up);
      assertTrue(checkout.run("up").endsWith("is up already\n"));
    } finally {
      assertEquals("0: ringmaster: is down\n", checkout.run("down"));
    }
    assertEquals("0: ringmaster: is not up\n", checkout.run("down"));
  }

  @Test
  void aPlatformThatDoesNotComeUpIsToldWithItsLastWords() throws Exception {
    checkout.run("build");
    checkout.java("case $* in *--foreground*) echo last words; exit 1 ;; esac");
    String up = checkout.run("up");
    assertTrue(up.startsWith("1: last words\nringmaster: did not come up"), up);
  }

  @Test
  void aRehearsalThatIsBrokenOffEndsAtOnceAndLeavesNothing() throws Exception {
    checkout.run("version");
    checkout.java(
        """
        for argument; do
          case $argument in -XX:AOTCacheOutput=*) echo half >"${argument#*=}"; exec sleep 50 ;; esac
        done
        """);
    Process build = checkout.start(List.of(), "build");
    Path cache = checkout.build();
    until(() -> !made(cache).isEmpty(), "it rehearses");
    List<ProcessHandle> all = build.toHandle().descendants().toList();
    build.toHandle().destroy();
    assertTrue(build.waitFor(10, TimeUnit.SECONDS));
    assertEquals(143, build.exitValue());
    until(() -> all.stream().noneMatch(ProcessHandle::isAlive), "the JVM has ended");
    assertEquals(List.of(), made(cache));
    try (var left = Files.list(checkout.file("var"))) {
      assertEquals(List.of(), left.filter(one -> one.toString().contains("rehearsal-")).toList());
    }
  }

  private static void until(BooleanSupplier condition, String what) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, what);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static List<Path> made(Path build) {
    try (var files = Files.list(build)) {
      return files.filter(one -> one.toString().contains(".aot")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
