// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.ringmaster.core.crash.CrashPoints;

/** How the outside is touched. */
class EdgesTest {

  @Test
  void the_transports_of_ari4java_are_only_measured_beside_ours() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.ringmaster.bench..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("ch.loway.oss.ari4java.tools.http..")
                .or(simpleNameEndingWith("AriFactory")))
        .because("its own transport waits on its read loop and hands events over out of order")
        .check(Product.CLASSES);
  }

  @Test
  void only_the_bridge_and_those_who_measure_know_libraries_for_asterisk() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.ringmaster.aribridge..", "org.ringmaster.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ch.loway..", "org.asteriskjava..")
        .because("what Asterisk says is told to the rest as inputs")
        .check(Product.CLASSES);
  }

  @Test
  void the_core_knows_no_network_library() {
    noClasses()
        .that()
        .resideInAPackage("org.ringmaster.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.netty..", "com.sun.net..")
        .because("sockets are the business of ari-bridge and server")
        .check(Product.CLASSES);
  }

  @Test
  void there_is_one_logger() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.util.logging..", "org.apache.logging..", "org.apache.commons.logging..")
        .because("slf4j is the logger, in one form, with numbers masked")
        .check(Product.CLASSES);
  }

  @Test
  void nobody_in_production_watches_the_crash_points() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.ringmaster.bench..")
        .should()
        .callMethod(CrashPoints.class, "watch", CrashPoints.Watch.class)
        .because("faults come from outside; the platform only says how far it is")
        .check(Product.CLASSES);
  }
}
