// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever takes back a record of another package's own would never be shown it: said here, not
 * found out after a kill.
 */
class OwnEntityTest {
  private static final Pattern OWN =
      Pattern.compile("record (\\w+)\\([^{]*\\)\\s+implements [^{]*\\bOwnEntity\\b");
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");

  @Test
  void nobodyButTheirOwnPackageTakesThemBack() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (String module : List.of("core", "dialer", "ivr-scripts", "server")) {
      read(Path.of("..", module, "src", "main", "java"), sources);
    }
    Map<String, String> own = new TreeMap<>();
    sources.forEach(
        (file, text) -> {
          Matcher found = OWN.matcher(text);
          while (found.find()) {
            own.put(found.group(1), packageOf(text));
          }
        });
    assertFalse(own.isEmpty());
    List<String> wrong = new ArrayList<>();
    sources.forEach(
        (file, text) -> {
          if (!text.contains(" restore(Record ")) {
            return;
          }
          own.forEach(
              (name, owner) -> {
                boolean takes =
                    Pattern.compile("(case|instanceof) (\\w+\\.)?" + name + "\\b")
                        .matcher(text)
                        .find();
                if (takes && !packageOf(text).equals(owner)) {
                  wrong.add(file + " takes back " + name + " of " + owner);
                }
              });
        });
    assertEquals(List.of(), wrong);
  }

  private static String packageOf(String text) {
    Matcher found = PACKAGE.matcher(text);
    return found.find() ? found.group(1) : "";
  }

  private static void read(Path folder, Map<String, String> sources) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        sources.put(file.toString(), Files.readString(file));
      }
    }
  }
}
