// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The committed page of a module's schema, and the check that the code can still read what was
 * written under it. Every module that registers names has a test of one line that calls {@link
 * #check}.
 */
public final class SchemaPage {
  private static final String WRITE = "schema.write";

  private SchemaPage() {}

  /**
   * Fails when the code breaks the page, or when the page lacks what was appended.
   *
   * <p>With {@code -Dschema.write=appended} what was appended is written to the page; what would
   * break is refused all the same. With {@code -Dschema.write=anew} the page is begun anew: only as
   * long as nobody keeps a journal.
   *
   * @param page the committed file
   * @param registry the names of the module alone
   */
  public static void check(Path page, CodecRegistry registry) {
    Schema now = FactCodec.of(registry).schema();
    String write = System.getProperty(WRITE, "");
    try {
      Schema before = Schema.parse(Files.exists(page) ? Files.readString(page) : "");
      if (!write.equals("anew")) {
        assertEquals(List.of(), now.breaks(before), "journals already written could not be read");
      }
      if (!write.isEmpty()) {
        Files.createDirectories(page.toAbsolutePath().getParent());
        Files.writeString(page, "# SPDX-License-Identifier: Apache-2.0\n" + now.text());
      } else {
        assertTrue(
            before.equals(now),
            page + " lacks what was appended: run this test once with -D" + WRITE + "=appended");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
