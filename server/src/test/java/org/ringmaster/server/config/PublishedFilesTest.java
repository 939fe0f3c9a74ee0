// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ringmaster.server.config.ValueType.Named;
import org.ringmaster.server.config.ValueType.Section;
import org.ringmaster.server.config.ValueType.WordOr;

class PublishedFilesTest {
  private static final Path DOCS = Path.of("../docs/reference");

  @Test
  void theSchemaInTheDocsIsMadeFromTheKeys() throws IOException {
    same("ringmaster.schema.json", JsonSchema.text());
  }

  @Test
  void thePageInTheDocsIsMadeFromTheKeys() throws IOException {
    same("configuration.md", ReferencePage.text());
  }

  @Test
  void thePageOfLawsInTheDocsIsMadeFromThePresets() throws IOException {
    same("laws.md", LawsPage.text());
  }

  @Test
  void everyKeyHasADescriptionThatIsASentence() {
    described(ConfigurationKeys.ROOT, "");
  }

  private static void described(Section section, String path) {
    for (Key key : section.keys()) {
      String name = path + key.name();
      assertTrue(key.description().endsWith("."), name);
      assertTrue(key.name().matches("[a-z]+"), name);
      assertFalse(key.required() && key.preset() != null, name);
      switch (key.type()) {
        case Section below -> described(below, name + ".");
        case Named named -> described(named.entry(), name + ".");
        case WordOr both -> described(both.section(), name + ".");
        default -> {}
      }
    }
  }

  /** With -Dringmaster.write=true the file is written instead, after the keys have changed. */
  private static void same(String file, String text) throws IOException {
    if (Boolean.getBoolean("ringmaster.write")) {
      Files.writeString(DOCS.resolve(file), text);
    }
    assertEquals(
        text,
        Files.readString(DOCS.resolve(file)),
        "run this test with -Dtest.jvm=-Dringmaster.write=true and commit docs/reference/" + file);
  }
}
