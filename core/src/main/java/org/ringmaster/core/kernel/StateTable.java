// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A life as a table: which fact leads from which state to which. The table refuses every arrow it does not have, draws
 * itself, and counts the arrows taken so that a test can find one that no test took.
 *
 * @param <S> the states, an enum whose constants each say in a sentence what is being done
 */
public final class StateTable<S extends Enum<S>> {

  /** One arrow of the table. */
  public record Arrow<S>(S from, Class<? extends Fact> on, S to) {}

  private final String name;
  private final S first;
  private final List<Arrow<S>> arrows = new ArrayList<>();
  private final List<Arrow<S>> taken = new ArrayList<>();

  /** An empty table for the life of the named thing, which begins in the given state. */
  public StateTable(String name, S first) {
    this.name = name;
    this.first = first;
  }

  /** Adds an arrow. */
  public StateTable<S> arrow(S from, Class<? extends Fact> on, S to) {
    if (find(from, on).isPresent()) {
      throw new IllegalArgumentException(name + ": two arrows from " + from + " on " + on);
    }
    arrows.add(new Arrow<>(from, on, to));
    return this;
  }

  /** The state after the fact. Fails where the table has no such arrow: a decider recorded nonsense. */
  public S next(S from, Fact fact) {
    Arrow<S> arrow =
        find(from, fact.getClass())
            .orElseThrow(
                () -> new IllegalStateException(name + " in " + from + " cannot take " + fact));
    if (!taken.contains(arrow)) {
      taken.add(arrow);
    }
    return arrow.to();
  }

  /** Whether the table has an arrow from this state for facts of this kind. */
  public boolean allows(S from, Class<? extends Fact> on) {
    return find(from, on).isPresent();
  }

  /** The arrows that nothing has taken since this process began. */
  public List<Arrow<S>> neverTaken() {
    return arrows.stream().filter(arrow -> !taken.contains(arrow)).toList();
  }

  /** The table as a Mermaid state diagram. */
  public String diagram() {
    StringBuilder out = new StringBuilder("stateDiagram-v2\n  [*] --> " + first + "\n");
    for (Arrow<S> arrow : arrows) {
      out.append(
          String.format(
              Locale.ROOT,
              "  %s --> %s: %s%n",
              arrow.from(),
              arrow.to(),
              arrow.on().getSimpleName()));
    }
    return out.toString().replace("\r", "");
  }

  private Optional<Arrow<S>> find(S from, Class<? extends Fact> on) {
    for (Arrow<S> arrow : arrows) {
      if (arrow.from() == from && arrow.on() == on) {
        return Optional.of(arrow);
      }
    }
    return Optional.empty();
  }
}
