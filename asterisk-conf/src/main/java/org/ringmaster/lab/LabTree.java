// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The small Debian tree that carries Asterisk: made once in a cache folder of the user's, then
 * shared by every lab of this user on this machine. Nothing of the host is ever mounted into it.
 *
 * @param root the tree's root folder
 * @param version what {@code asterisk -V} says inside it
 */
public record LabTree(Path root, String version) {
  /**
   * Raised when the recipe in make-tree.sh changes, so that an old tree is not taken for a new one.
   */
  private static final int RECIPE = 2;

  private static final List<String> SUITES = List.of("forky", "sid");
  private static final int NO_ASTERISK = 3;

  /** How often a folder is gone through that somebody still writes into. */
  private static final int DELETIONS = 100;

  private static final String STAMP = "etc/ringmaster-lab";

  /** Where the tree lies: {@code $XDG_CACHE_HOME/ringmaster/lab}, else below {@code ~/.cache}. */
  public static Path cacheFolder() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path folder =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return folder.resolve("ringmaster/lab").toAbsolutePath();
  }

  /** Whether this user has a tree already. */
  public static boolean isMade() {
    return Files.exists(cacheFolder().resolve("tree-" + RECIPE).resolve(STAMP));
  }

  /**
   * Where the sounds of every lab of this user lie, a folder for each language; if there are any.
   */
  public static Optional<Path> sounds() {
    return Optional.of(cacheFolder().resolve("tree-" + RECIPE).resolve("usr/share/asterisk/sounds"))
        .filter(folder -> isMade() && Files.isDirectory(folder));
  }

  /** Finds the user's tree, or makes it, which takes about a minute and needs root. */
  public static LabTree findOrMake(Consumer<String> progress) {
    return findOrMake(cacheFolder(), progress);
  }

  /**
   * Finds the tree in a cache folder, or makes it. Of several processes that ask at once one makes
   * it and the others wait.
   *
   * @param cache the folder, made if missing
   * @param progress hears each line of what is being done; called on the calling thread
   * @throws LabUnavailable if this machine does not allow it, with a sentence that says why
   */
  public static LabTree findOrMake(Path cache, Consumer<String> progress) {
    Path root = cache.resolve("tree-" + RECIPE);
    if (!Files.exists(root.resolve(STAMP))) {
      requireMeans();
      makeAlone(cache, root, progress);
    }
    LabPrompts prompts = new LabPrompts(root, progress);
    if (!prompts.isSpoken()) {
      alone(cache, prompts::speak);
    }
    try {
      return new LabTree(root, Files.readString(root.resolve(STAMP)).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + root, e);
    }
  }

  /** The user Asterisk runs as inside the tree: its user and group number. */
  int[] asteriskUser() {
    try {
      return Files.readAllLines(root.resolve("etc/passwd")).stream()
          .map(line -> line.split(":"))
          .filter(words -> words[0].equals("asterisk"))
          .map(words -> new int[] {Integer.parseInt(words[2]), Integer.parseInt(words[3])})
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no user asterisk in " + root));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the users of " + root, e);
    }
  }

  /** The folder modules lie in, as seen inside the tree. */
  public String modulesInside() {
    try (Stream<Path> libs = Files.list(root.resolve("usr/lib"))) {
      return libs.filter(lib -> Files.isDirectory(lib.resolve("asterisk/modules")))
          .findFirst()
          .map(lib -> "/usr/lib/" + lib.getFileName() + "/asterisk/modules")
          .orElseThrow(() -> new IllegalStateException("no Asterisk modules in " + root));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + root, e);
    }
  }

  private static void requireMeans() {
    if (!isRoot()) {
      throw new LabUnavailable(
          "The lab needs root to make and start a private Asterisk: run as root, or point"
              + " ringmaster.yaml at your own Asterisk (20 or newer).");
    }
    for (String program : List.of("debootstrap", "unshare", "chroot", "apt-get")) {
      if (!Shell.has(program)) {
        throw new LabUnavailable(
            "The lab needs the program "
                + program
                + ": install it (Debian and Ubuntu: apt-get install debootstrap util-linux), or"
                + " point ringmaster.yaml at your own Asterisk (20 or newer).");
      }
    }
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static void makeAlone(Path cache, Path root, Consumer<String> progress) {
    alone(
        cache,
        () -> {
          if (!Files.exists(root.resolve(STAMP))) {
            make(cache, root, progress);
          }
        });
  }

  /** What only one process at a time may do to the tree. */
  private interface Work {
    void run() throws IOException;
  }

  private static synchronized void alone(Path cache, Work work) {
    try {
      Files.createDirectories(cache);
      try (FileChannel file =
              FileChannel.open(
                  cache.resolve("tree.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = file.lock()) {
        Objects.requireNonNull(lock, "lock");
        work.run();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the lab's tree in " + cache, e);
    }
  }

  private static void make(Path cache, Path root, Consumer<String> progress) throws IOException {
    Path script = cache.resolve("make-tree.sh");
    try (InputStream in = LabTree.class.getResourceAsStream("make-tree.sh")) {
      Files.copy(
          Objects.requireNonNull(in, "make-tree.sh"), script, StandardCopyOption.REPLACE_EXISTING);
    }
    Path unfinished = cache.resolve("tree-" + RECIPE + ".unfinished");
    String mirror = Objects.requireNonNullElse(System.getenv("RINGMASTER_DEBIAN_MIRROR"), "");
    for (String suite : SUITES) {
      deleteTree(unfinished);
      int exit =
          Shell.run(
              List.of(
                  "unshare",
                  "--mount",
                  "--pid",
                  "--fork",
                  "--kill-child",
                  "--mount-proc",
                  "sh",
                  script.toString(),
                  suite,
                  unfinished.toString(),
                  mirror),
              progress);
      if (exit == 0) {
        deleteTree(root);
        Files.move(unfinished, root, StandardCopyOption.ATOMIC_MOVE);
        return;
      }
      if (exit != NO_ASTERISK) {
        throw new LabUnavailable(
            "Making the lab's Debian tree failed (exit "
                + exit
                + "; the lines above say where). If this machine refuses namespaces or has no"
                + " Debian mirror, point ringmaster.yaml at your own Asterisk (20 or newer).");
      }
    }
    throw new LabUnavailable(
        "Neither forky nor sid carries Asterisk on this mirror: point ringmaster.yaml at your own"
            + " Asterisk (20 or newer).");
  }

  /**
   * Deletes a folder and what is in it; links are deleted, never followed. What someone else
   * deletes at the same moment is no error, and what an Asterisk that still runs writes into it at
   * the same moment is deleted too.
   */
  static void deleteTree(Path folder) throws IOException {
    for (int left = DELETIONS; ; left--) {
      try {
        Files.walkFileTree(folder, new Deleting());
        return;
      } catch (DirectoryNotEmptyException e) {
        if (left == 1) {
          throw e;
        }
      }
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      if (e != null) {
        throw e;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
