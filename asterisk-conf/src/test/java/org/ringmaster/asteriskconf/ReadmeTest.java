// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  @Test
  void everyConfFileIsExplained() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    Path templates = Path.of("src/main/resources/org/ringmaster/asteriskconf");
    try (Stream<Path> files = Files.walk(templates)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        assertTrue(name.endsWith(".part") || readme.contains("`" + name + "`"), name);
      }
    }
  }

  @Test
  void theReferenceNamesTheWordsOfTheDialplan() throws Exception {
    String reference = Files.readString(Path.of("../docs/reference/dialplan.md"));
    for (String word :
        new String[] {
          StasisCall.APP,
          StasisCall.INBOUND,
          StasisCall.TELEPHONE,
          StasisCall.SCREENED,
          StasisCall.SILENT,
          StasisCall.SCREENING_CONTEXT,
          StasisCall.FALLBACK_CONTEXT
        }) {
      assertTrue(reference.contains("`" + word + "`"), word);
    }
  }
}
