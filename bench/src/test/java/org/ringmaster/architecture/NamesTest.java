// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.kernel.Command;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;

/** What things are called. */
class NamesTest {

  private static final String EMPTY_SUFFIX =
      ".*(Manager|Helper|Util|Utils|Common|Impl|Base|Data|Info)";

  @Test
  void public_types_use_the_words_of_the_glossary() throws IOException {
    Set<String> banned = bannedWords();
    List<String> offenders =
        Product.CLASSES.stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(NamesTest::speaksOurLanguage)
            .filter(type -> words(type.getSimpleName()).stream().anyMatch(banned::contains))
            .map(JavaClass::getName)
            .sorted()
            .toList();
    assertEquals(
        List.of(),
        offenders,
        "one meaning for each word: docs/reference/glossary.md says which word to use instead");
  }

  @Test
  void the_glossary_bans_the_words_that_mean_two_things() throws IOException {
    assertTrue(
        bannedWords().containsAll(List.of("event", "action", "channel", "session", "transfer")),
        "the table of docs/reference/glossary.md could not be read");
  }

  @Test
  void no_type_has_a_name_that_says_nothing() {
    noClasses()
        .should()
        .haveNameMatching(EMPTY_SUFFIX)
        .because("such a word stands where nobody knew what the thing does")
        .check(Product.CLASSES);
  }

  @Test
  void inputs_facts_and_commands_are_records() {
    classes()
        .that()
        .areAssignableTo(Input.class)
        .or()
        .areAssignableTo(Fact.class)
        .or()
        .areAssignableTo(Command.class)
        .and()
        .areNotInterfaces()
        .should()
        .beRecords()
        .because("the codec writes the components of records, and nothing can change them")
        .check(Product.CLASSES);
  }

  @Test
  void ids_are_small_records() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Id")
        .and()
        .resideInAPackage("org.ringmaster.core..")
        .should()
        .beRecords()
        .because("an id is neither a String nor a long, and cannot be taken for another kind's")
        .check(Product.CLASSES);
  }

  @Test
  void every_package_says_what_it_owns_and_is_null_marked() {
    Set<String> bare =
        Product.CLASSES.stream()
            .map(JavaClass::getPackage)
            .filter(place -> !place.isAnnotatedWith(NullMarked.class))
            .map(place -> place.getName())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), bare, "a package needs a package-info.java with @NullMarked");
  }

  private static boolean speaksOurLanguage(JavaClass type) {
    return type.getPackageName().matches("org\\.ringmaster\\.(core|dialer|ivr)(\\..*)?");
  }

  /** The words in the third column of the glossary's table. */
  private static Set<String> bannedWords() throws IOException {
    Set<String> words = new TreeSet<>();
    for (String line : Files.readAllLines(Product.root().resolve("docs/reference/glossary.md"))) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 5 && !cells[3].strip().equals("not")) {
        for (String word : cells[3].split(",")) {
          words.add(word.strip().toLowerCase(Locale.ROOT));
        }
      }
    }
    words.remove("");
    words.remove("---");
    return words;
  }

  /** The words of a name: {@code QueueEntry} is queue and entry. */
  private static List<String> words(String name) {
    return List.of(name.split("(?<=[a-z0-9])(?=[A-Z])")).stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }
}
