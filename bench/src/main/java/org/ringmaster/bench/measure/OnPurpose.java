// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What a bench breaks on purpose to see that it is missed, by the names of the command line. */
public final class OnPurpose {
  private OnPurpose() {}

  /**
   * What is asked for; none for null, and each for {@code all}.
   *
   * @param name as {@link #spelled} has it
   * @param kind what these are called: {@code guard}
   * @throws ParameterException where none has that name; it tells all names
   */
  public static <E extends Enum<E>> List<E> named(
      @Nullable String name, List<E> all, String kind, CommandSpec spec) {
    if (name == null) {
      return List.of();
    }
    List<E> found = new ArrayList<>();
    for (E one : all) {
      if (name.equals("all") || name.toLowerCase(Locale.ROOT).equals(spelled(one))) {
        found.add(one);
      }
    }
    if (found.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "no %s is called %s: %s"
              .formatted(kind, name, all.stream().map(OnPurpose::spelled).toList()));
    }
    return found;
  }

  /** How one is called on the command line: {@code freed-agents-idle}. */
  public static String spelled(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
