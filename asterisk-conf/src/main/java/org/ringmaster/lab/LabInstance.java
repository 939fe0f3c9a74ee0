// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.ringmaster.asteriskconf.ConfName;
import org.ringmaster.asteriskconf.Folders;

/**
 * The place of one Asterisk inside the tree. Everything it reads and writes lies in one folder,
 * which the host reaches by the tree's path and Asterisk by its own.
 *
 * @param tree the tree it lies in
 * @param name its name, unique in the tree
 */
public record LabInstance(LabTree tree, ConfName name) {
  private static final String HOME = "/var/lib/ringmaster";
  private static final List<String> PARTS =
      List.of("etc", "log", "spool", "spool/recording", "run", "lib");

  /** All instances that lie in a tree, running or not. */
  public static List<LabInstance> all(LabTree tree) {
    Path home = tree.root().resolve(HOME.substring(1));
    if (!Files.isDirectory(home)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(home)) {
      return folders
          .map(folder -> new LabInstance(tree, new ConfName(folder.getFileName().toString())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + home, e);
    }
  }

  /** Its folder as Asterisk sees it. */
  public String inside() {
    return HOME + "/" + name;
  }

  /** Its folder as the host sees it. */
  public Path folder() {
    return tree.root().resolve(inside().substring(1));
  }

  /** What asterisk.conf must name. */
  public Folders folders() {
    return new Folders(inside(), tree.modulesInside(), "/usr/share/asterisk");
  }

  /** The file with its namespace keeper's process id and how it is reached; gone when stopped. */
  public Path note() {
    return folder().resolve("lab.properties");
  }

  /** Makes the folder, readable by its owner only, and fails if it is there already. */
  void make() {
    try {
      Files.createDirectories(folder().getParent());
      Files.createDirectory(
          folder(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      for (String part : PARTS) {
        Files.createDirectory(folder().resolve(part));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + folder(), e);
    }
  }

  /** Gives all that lies in the folder to the user Asterisk runs as. */
  void handOver() {
    int[] user = tree.asteriskUser();
    try (Stream<Path> all = Files.walk(folder())) {
      for (Path one : all.toList()) {
        Files.setAttribute(one, "unix:uid", user[0]);
        Files.setAttribute(one, "unix:gid", user[1]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot hand over " + folder(), e);
    }
  }

  /** Deletes the folder of one that never came to run. */
  void deleteIfOlderThan(long millis) {
    try {
      long made = Files.getLastModifiedTime(folder()).toMillis();
      if (System.currentTimeMillis() - made > millis) {
        delete();
      }
    } catch (NoSuchFileException e) {
      // Someone else was faster.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + folder(), e);
    }
  }

  /** Deletes the folder and all that Asterisk wrote. */
  void delete() {
    try {
      LabTree.deleteTree(folder());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder(), e);
    }
  }
}
