// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringmaster.asteriskconf.ConfName;

/**
 * A running process of a tree: an Asterisk, told by the root it lives in and the file it was
 * started with, or the keeper of one's namespaces. An Asterisk that has lost its keeper is found
 * too.
 *
 * @param handle the process
 * @param instance the instance that it is or keeps; its folder may be gone
 */
record TreeProcess(ProcessHandle handle, LabInstance instance) {
  private static final Pattern CONF =
      Pattern.compile("/var/lib/ringmaster/([A-Za-z0-9_-]+)/etc/asterisk[.]conf");

  /** All of a tree. */
  static List<TreeProcess> all(LabTree tree) {
    return ProcessHandle.allProcesses().flatMap(one -> of(one, tree).stream()).toList();
  }

  private static Optional<TreeProcess> of(ProcessHandle process, LabTree tree) {
    List<String> words = Arrays.asList(process.info().arguments().orElse(new String[0]));
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Matcher conf = CONF.matcher(words.getLast());
    boolean keeper = words.contains("--mount-proc=" + tree.root() + "/proc");
    if (!conf.matches() || !(keeper || words.contains("-f") && livesIn(process, tree))) {
      return Optional.empty();
    }
    return Optional.of(
        new TreeProcess(process, new LabInstance(tree, new ConfName(conf.group(1)))));
  }

  /** Whether the tree is its root, as the kernel sees it. */
  private static boolean livesIn(ProcessHandle process, LabTree tree) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/root"))
          .equals(tree.root().toRealPath());
    } catch (IOException gone) {
      return false;
    }
  }
}
