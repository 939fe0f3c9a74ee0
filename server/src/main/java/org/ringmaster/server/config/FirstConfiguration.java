// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The {@code ringmaster.yaml} of a first {@code up}: a lab, one trunk, five agents, two queues. */
public final class FirstConfiguration {
  private static final String RESOURCE = "ringmaster.yaml";

  private FirstConfiguration() {}

  /** Its text, without the licence line: the written file is its owner's. */
  public static String text() {
    try (InputStream in = FirstConfiguration.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + RESOURCE);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.substring(text.indexOf('\n') + 1);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + RESOURCE, e);
    }
  }

  /**
   * Writes it where there is no file yet.
   *
   * @return whether it was written
   */
  public static boolean writeIfMissing(Path file) {
    try {
      Files.writeString(file, text(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
