// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A checkout with the real script and nothing else that is real. */
final class ThrowAwayCheckout {
  private static final String[] INSTALLED = {
    "node:echo v22.0.0", "npm:", "debootstrap:", "unshare:", "ip:", "apt-get:"
  };

  private final Path home;
  private final Path programs;
  private final Path jdk;

  ThrowAwayCheckout(Path folder) throws IOException {
    home = Files.createDirectories(folder.resolve("checkout"));
    programs = Files.createDirectories(folder.resolve("programs"));
    jdk = Files.createDirectories(folder.resolve("jdk"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path script = home.resolve("ringmaster");
    Files.copy(theScript(), script, StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Files.createDirectories(home.resolve(".mvn"));
    Files.writeString(
        Files.createDirectories(home.resolve("server/src")).resolve("Some.java"), "class Some {}");
    Files.writeString(home.resolve("server/pom.xml"), "<project/>");
    for (String one : INSTALLED) {
      int colon = one.indexOf(':');
      program(programs.resolve(one.substring(0, colon)), one.substring(colon + 1));
    }
    program(
        programs.resolve("mvn"),
        """
        rm -rf */target
        mkdir -p server/target/fast bench/target/fast/lib
        echo jar >server/target/fast/server.jar
        echo jar >bench/target/fast/lib/theirs.jar
        """);
    program(jdk.resolve("bin/javac"), "");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    // Who asks the platform gets no answer; a rehearsal leaves a cache.
    java(
        """
        for argument; do
          case $argument in -XX:AOTCacheOutput=*) echo cache >"${argument#*=}" ;; esac
        done
        """);
  }

  private static Path theScript() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("ringmaster"))) {
      folder = folder.getParent();
    }
    return folder.resolve("ringmaster");
  }

  /** Lets the stand-in for Java, which notes how it was called, do this. */
  void java(String does) throws IOException {
    program(
        jdk.resolve("bin/java"),
        "{ echo \"$*\" >>\"%s\"; } 2>/dev/null\n%s".formatted(home.resolve("calls"), does));
  }

  private static void program(Path file, String does) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + does + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Path file(String name) {
    return home.resolve(name);
  }

  /** How Java was called, each call on its line. */
  List<String> calls() throws IOException {
    return Files.exists(file("calls")) ? Files.readAllLines(file("calls")) : List.of();
  }

  /** The only folder of a build. */
  Path build() throws IOException {
    try (var builds = Files.list(file("var/app"))) {
      return builds.reduce((one, other) -> other).orElseThrow();
    }
  }

  /** Takes the right to write in the checkout from everybody. */
  void lock() throws Exception {
    new ProcessBuilder("chmod", "-R", "a-w", home.toString()).start().waitFor();
  }

  Process start(List<String> before, String... words) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(file("ringmaster").toString());
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().remove("RINGMASTER_VAR");
    return builder.start();
  }

  /** Runs the script to its end; its exit code and what it said. */
  String run(List<String> before, String... words) throws Exception {
    Process process = start(before, words);
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still at it: " + said);
    }
    return process.exitValue() + ": " + said;
  }

  String run(String... words) throws Exception {
    return run(List.of(), words);
  }
}
