// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What decides does so from its arguments and its state alone, so that a journal replays. */
class PureDecisionTest {

  private static final Set<String> INEXACT =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

  private static final Set<String> UNORDERED =
      Set.of(
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.IdentityHashMap",
          "java.util.WeakHashMap",
          "java.util.Hashtable",
          "java.util.concurrent.ConcurrentHashMap");

  @Test
  void time_is_an_argument() {
    whatDecides()
        .should()
        .callCodeUnitWhere(
            named(
                "a clock",
                call ->
                    call.getName().equals("now")
                            && call.getOwner().getPackageName().startsWith("java.time")
                        || call.getOwner().getName().equals("java.time.Clock")
                        || call.getOwner().getName().equals("java.lang.System")
                            && Set.of("currentTimeMillis", "nanoTime").contains(call.getName())))
        .because("a replayed journal must see the hours of that day; a timer comes back as input")
        .check(Product.CLASSES);
  }

  @Test
  void chance_comes_from_a_seed_in_the_state() {
    whatDecides()
        .should()
        .callCodeUnitWhere(
            named(
                "chance without a seed",
                call ->
                    call.getOwner().getName().equals("java.lang.Math")
                            && call.getName().equals("random")
                        || call.getOwner().getName().equals("java.util.UUID")
                            && call.getName().equals("randomUUID")
                        || call.getOwner().getName().startsWith("java.security.SecureRandom")
                        || call.getOwner()
                            .getName()
                            .equals("java.util.concurrent.ThreadLocalRandom")
                        || call.getName().equals("shuffle")
                            && call.getRawParameterTypes().size() == 1
                        || Set.of("java.util.Random", "java.util.SplittableRandom")
                                .contains(call.getOwner().getName())
                            && call.getName().equals("<init>")
                            && call.getRawParameterTypes().isEmpty()))
        .because("the same journal must give the same state hash")
        .check(Product.CLASSES);
  }

  @Test
  void nobody_waits_locks_or_starts_a_thread() {
    whatDecides()
        .should()
        .dependOnClassesThat(
            describe(
                "threads and what they share",
                type ->
                    type.getPackageName().startsWith("java.util.concurrent")
                            && !type.getName().equals("java.util.concurrent.TimeUnit")
                        || type.getName().equals("java.lang.Thread")
                        || type.getName().equals("java.lang.ThreadLocal")
                        || type.getName().startsWith("java.util.Timer")))
        .because("one thread owns all of it, and it never waits")
        .check(Product.CLASSES);
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(Product.DECIDING)
        .should()
        .haveModifier(JavaModifier.SYNCHRONIZED)
        .because("a lock would say that somebody else may come in")
        .check(Product.CLASSES);
  }

  @Test
  void nobody_reads_or_writes_the_outside() {
    whatDecides()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.nio.file..",
            "java.nio.channels..",
            "java.net..",
            "java.sql..",
            "javax.sql..",
            "org.slf4j..",
            "io.netty..",
            "org.postgresql..",
            "com.zaxxer..",
            "ch.loway..",
            "org.asteriskjava..")
        .because("inputs come in and commands go out by the ring only; a fact is the only log line")
        .check(Product.CLASSES);
  }

  @Test
  void nobody_asks_what_machine_this_is() {
    whatDecides()
        .should()
        .callCodeUnitWhere(
            named(
                "the machine's settings",
                call ->
                    call.getOwner().getName().equals("java.lang.System")
                            && Set.of("getenv", "getProperty").contains(call.getName())
                        || Set.of("getDefault", "systemDefault", "defaultCharset")
                                .contains(call.getName())
                            && call.getOwner().getPackageName().startsWith("java.")))
        .because("a journal is replayed on other machines, in other zones and languages")
        .check(Product.CLASSES);
  }

  @Test
  void no_order_comes_from_a_hash_table() {
    whatDecides()
        .should()
        .dependOnClassesThat(
            describe("tables without an order", type -> UNORDERED.contains(type.getName())))
        .because("their order differs between runs; LinkedHashMap, TreeMap and lists have one")
        .check(Product.CLASSES);
    whatDecides()
        .should()
        .callCodeUnitWhere(
            named(
                "collections whose order is drawn anew in each JVM",
                call ->
                    Set.of("java.util.Map", "java.util.Set").contains(call.getOwner().getName())
                            && Set.of("of", "ofEntries", "copyOf").contains(call.getName())
                            && !call.getRawParameterTypes().isEmpty()
                        || call.getOwner().getName().equals("java.util.stream.Collectors")
                            && Set.of("toSet", "toUnmodifiableSet", "toUnmodifiableMap")
                                .contains(call.getName())))
        .because(
            "Set.of and Map.of iterate in another order in each process; use List, EnumSet, TreeMap")
        .check(Product.CLASSES);
  }

  @Test
  void arithmetic_is_the_same_on_every_machine() {
    whatDecides()
        .should()
        .callCodeUnitWhere(
            named(
                "inexact functions of Math",
                call ->
                    call.getOwner().getName().equals("java.lang.Math")
                        && INEXACT.contains(call.getName())))
        .because("Math may differ in the last digit between machines; StrictMath may not")
        .check(Product.CLASSES);
  }

  private static GivenClassesConjunction whatDecides() {
    return noClasses().that().resideInAnyPackage(Product.DECIDING);
  }

  private static DescribedPredicate<JavaCall<?>> named(
      String name, Predicate<AccessTarget.CodeUnitCallTarget> called) {
    return describe(name, call -> called.test(call.getTarget()));
  }
}
