// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

/** Which module may know which. */
class ModuleDirectionTest {

  private static final String CORE = "org.ringmaster.core..";
  private static final String DIALER = "org.ringmaster.dialer..";
  private static final String IVR = "org.ringmaster.ivr..";
  private static final String ARI_BRIDGE = "org.ringmaster.aribridge..";
  private static final String ASTERISK_CONF = "org.ringmaster.asteriskconf..";
  private static final String LAB = "org.ringmaster.lab..";
  private static final String SIMULATION = "org.ringmaster.simulation..";
  private static final String SERVER = "org.ringmaster.server..";
  private static final String BENCH = "org.ringmaster.bench..";

  @Test
  void the_core_knows_no_other_module() {
    neverKnows(
        "the same core runs against a real Asterisk and against a simulated one",
        CORE,
        DIALER,
        IVR,
        ARI_BRIDGE,
        ASTERISK_CONF,
        LAB,
        SIMULATION,
        SERVER,
        BENCH);
  }

  @Test
  void the_dialer_knows_the_core_only() {
    neverKnows(
        "an answered attempt joins a queue like any caller: matching happens in one place",
        DIALER,
        IVR,
        ARI_BRIDGE,
        ASTERISK_CONF,
        LAB,
        SIMULATION,
        SERVER,
        BENCH);
  }

  @Test
  void flows_know_the_core_only() {
    neverKnows(
        "a flow asks the kernel, so it runs over voice, text and simulation alike",
        IVR,
        DIALER,
        ARI_BRIDGE,
        ASTERISK_CONF,
        LAB,
        SIMULATION,
        SERVER,
        BENCH);
  }

  @Test
  void the_bridge_to_asterisk_knows_the_core_only() {
    neverKnows(
        "it carries inputs and commands and decides nothing",
        ARI_BRIDGE,
        DIALER,
        IVR,
        ASTERISK_CONF,
        LAB,
        SIMULATION,
        SERVER,
        BENCH);
  }

  @Test
  void the_files_for_asterisk_and_the_lab_know_nobody() {
    for (String part : new String[] {ASTERISK_CONF, LAB}) {
      neverKnows(
          "they serve tests of every module, and people who have an Asterisk of their own",
          part,
          CORE,
          DIALER,
          IVR,
          ARI_BRIDGE,
          SIMULATION,
          SERVER,
          BENCH);
    }
  }

  @Test
  void the_simulation_knows_nothing_of_a_real_asterisk() {
    neverKnows(
        "it is the other world for the same core",
        SIMULATION,
        ARI_BRIDGE,
        ASTERISK_CONF,
        LAB,
        SERVER,
        BENCH);
  }

  @Test
  void the_server_does_not_know_who_measures_it() {
    neverKnows("faults and measurements come from outside, as users do", SERVER, BENCH);
  }

  @Test
  void what_decides_knows_nothing_of_engine_journal_store_and_boards() {
    noClasses()
        .that()
        .resideInAnyPackage(Product.DECIDING)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.ringmaster.core.engine..",
            "org.ringmaster.core.journal..",
            "org.ringmaster.core.store..",
            "org.ringmaster.core.board..")
        .because("facts are told to them; they do not know who tells")
        .allowEmptyShould(true)
        .check(Product.CLASSES);
  }

  @Test
  void the_kernel_knows_no_part_of_a_contact_centre() {
    noClasses()
        .that()
        .resideInAPackage("org.ringmaster.core.kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.ringmaster.core.(call|agent|queue|journey|calendar|interval)..")
        .because("it turns any inputs into facts; what they mean is the deciders' business")
        .check(Product.CLASSES);
  }

  @Test
  void the_packages_of_the_core_have_no_circles() {
    slices()
        .matching("org.ringmaster.core.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a reader must be able to begin somewhere")
        .check(Product.CLASSES);
  }

  private static void neverKnows(String because, String module, String... others) {
    noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .because(because)
        .allowEmptyShould(true)
        .check(Product.CLASSES);
  }
}
