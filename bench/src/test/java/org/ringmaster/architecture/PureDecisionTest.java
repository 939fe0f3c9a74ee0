// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What decides does so from its arguments and its state alone, so that a journal replays. */
class PureDecisionTest {

  private static final String[] INEXACT = {
    "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1",
    "log", "log10", "log1p", "pow", "cbrt", "hypot"
  };

  private static final Set<String> UNORDERED =
      Set.of(
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.IdentityHashMap",
          "java.util.WeakHashMap",
          "java.util.Hashtable");

  @Test
  void time_is_an_argument() {
    neverCalls("the system's clock", calls("java.lang.System", "currentTimeMillis", "nanoTime"))
        .because("a replayed journal must see the hours of that day; a timer comes back as input")
        .check(Product.CLASSES);
    neverCalls("now", call -> call.getName().equals("now") && owner(call).startsWith("java.time."))
        .because("a replayed journal must see the hours of that day; a timer comes back as input")
        .check(Product.CLASSES);
    neverKnows("clocks", type -> type.getName().startsWith("java.time.Clock"))
        .because("now is an argument")
        .check(Product.CLASSES);
  }

  @Test
  void chance_comes_from_a_seed_in_the_state() {
    neverCalls(
            "chance without a seed",
            calls("java.lang.Math", "random")
                .or(calls("java.util.UUID", "randomUUID"))
                .or(calls("java.util.Random", "<init>").and(PureDecisionTest::hasNoArgument))
                .or(
                    calls("java.util.SplittableRandom", "<init>")
                        .and(PureDecisionTest::hasNoArgument)))
        .because("the same journal must give the same state hash")
        .check(Product.CLASSES);
    neverKnows("SecureRandom", type -> type.getName().equals("java.security.SecureRandom"))
        .because("its numbers cannot be drawn again")
        .check(Product.CLASSES);
  }

  @Test
  void nobody_waits_locks_or_starts_a_thread() {
    neverKnows(
            "threads and what they share",
            type ->
                type.getPackageName().startsWith("java.util.concurrent")
                    && !type.getName().equals("java.util.concurrent.TimeUnit"))
        .because("one thread owns all of it, and it never waits")
        .check(Product.CLASSES);
    neverKnows(
            "threads and timers",
            type ->
                Set.of("java.lang.Thread", "java.lang.ThreadLocal", "java.util.Timer")
                    .contains(type.getName()))
        .because("one thread owns all of it; a reminder comes back as an input")
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
    noClasses()
        .that()
        .resideInAnyPackage(Product.DECIDING)
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
    neverCalls("the machine's settings", calls("java.lang.System", "getenv", "getProperty"))
        .because("a journal is replayed on other machines")
        .check(Product.CLASSES);
    neverCalls(
            "the machine's zone, language or characters",
            call ->
                owner(call).startsWith("java.")
                    && Set.of("getDefault", "systemDefault", "defaultCharset")
                        .contains(call.getName()))
        .because("a journal is replayed in other zones and languages")
        .check(Product.CLASSES);
  }

  @Test
  void no_order_comes_from_a_hash_table() {
    neverKnows("tables without an order", type -> UNORDERED.contains(type.getName()))
        .because("their order differs between runs; LinkedHashMap, TreeMap and lists have one")
        .check(Product.CLASSES);
    neverCalls(
            "collections whose order is drawn anew in each process",
            calls("java.util.Map", "of", "ofEntries", "copyOf")
                .or(calls("java.util.Set", "of", "copyOf"))
                .and(call -> !hasNoArgument(call))
                .or(
                    calls(
                        "java.util.stream.Collectors",
                        "toSet",
                        "toUnmodifiableSet",
                        "toUnmodifiableMap")))
        .because("List, EnumSet, TreeMap and LinkedHashMap keep one order everywhere")
        .check(Product.CLASSES);
  }

  @Test
  void arithmetic_is_the_same_on_every_machine() {
    neverCalls("inexact functions of Math", calls("java.lang.Math", INEXACT))
        .because("Math may differ in the last digit between machines; StrictMath may not")
        .check(Product.CLASSES);
  }

  private static ArchRule neverCalls(String what, Predicate<CodeUnitCallTarget> called) {
    return noClasses()
        .that()
        .resideInAnyPackage(Product.DECIDING)
        .should()
        .callCodeUnitWhere(describe(what, call -> called.test(call.getTarget())));
  }

  private static ArchRule neverKnows(String what, Predicate<JavaClass> type) {
    return noClasses()
        .that()
        .resideInAnyPackage(Product.DECIDING)
        .should()
        .dependOnClassesThat(describe(what, type));
  }

  private static Predicate<CodeUnitCallTarget> calls(String owner, String... names) {
    return call -> owner(call).equals(owner) && Set.of(names).contains(call.getName());
  }

  private static String owner(CodeUnitCallTarget call) {
    return call.getOwner().getName();
  }

  private static boolean hasNoArgument(CodeUnitCallTarget call) {
    return call.getRawParameterTypes().isEmpty();
  }
}
