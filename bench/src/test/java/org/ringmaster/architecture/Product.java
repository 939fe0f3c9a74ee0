// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;

/** The product as the rules see it: the compiled classes of all modules, without their tests. */
final class Product {

  /** Imported once: reading the class files takes longer than all rules together. */
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(
              place -> !place.contains("/test-classes/") && !place.contains("-tests."))
          .importPackages("org.ringmaster");

  /**
   * Where decisions are made: no clock, thread, I/O or chance of their own. What reads files of
   * leads ({@code dialer.load}) is not among them, nor what puts deciders together.
   */
  static final String[] DECIDING = {
    "org.ringmaster.core.kernel..",
    "org.ringmaster.core.call..",
    "org.ringmaster.core.agent..",
    "org.ringmaster.core.queue..",
    "org.ringmaster.core.journey..",
    "org.ringmaster.core.calendar..",
    "org.ringmaster.core.interval..",
    "org.ringmaster.dialer.attempt..",
    "org.ringmaster.dialer.campaign..",
    "org.ringmaster.dialer.compliance..",
    "org.ringmaster.dialer.list..",
    "org.ringmaster.dialer.pacing..",
    "org.ringmaster.ivr..",
  };

  private Product() {}

  /** The folder that holds all modules, whichever module's folder the test was started in. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/reference/glossary.md"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("no checkout around " + Path.of("").toAbsolutePath());
      }
    }
    return folder;
  }
}
