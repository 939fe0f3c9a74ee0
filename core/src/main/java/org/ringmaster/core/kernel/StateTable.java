// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A life as a table: which fact leads from which state to which. The table refuses every arrow it
 * does not have, draws itself, and counts the arrows taken so that a test can find one that no test
 * took.
 *
 * @param <S> the states, an enum whose constants each say in a sentence what is being done
 */
public final class StateTable<S extends Enum<S>> {

  /** One arrow of the table. */
  public record Arrow<S>(S from, Class<? extends Fact> on, S to) {}

  private static final int MAX_ARROWS = 128;

  private final String name;
  private final S first;
  private final List<Arrow<S>> arrows = new ArrayList<>();

  /** Written by whichever thread applies facts; only ever set, so that a race costs nothing. */
  private final boolean[] taken = new boolean[MAX_ARROWS];

  /** An empty table for the life of the named thing, which begins in the given state. */
  public StateTable(String name, S first) {
    this.name = name;
    this.first = first;
  }

  /** Adds an arrow. */
  public StateTable<S> arrow(S from, Class<? extends Fact> on, S to) {
    if (indexOf(from, on) >= 0) {
      throw new IllegalArgumentException(name + ": two arrows from " + from + " on " + on);
    }
    arrows.add(new Arrow<>(from, on, to));
    return this;
  }

  /**
   * The state after the fact. Fails where the table has no such arrow: a decider recorded nonsense.
   */
  public S next(S from, Fact fact) {
    int index = indexOf(from, fact.getClass());
    if (index < 0) {
      throw new IllegalStateException(name + " in " + from + " cannot take " + fact);
    }
    taken[index] = true;
    return arrows.get(index).to();
  }

  /** Whether the table has an arrow from this state for facts of this kind. */
  public boolean allows(S from, Class<? extends Fact> on) {
    return indexOf(from, on) >= 0;
  }

  /** The arrows that nothing has taken since this process began. */
  public List<Arrow<S>> neverTaken() {
    return arrows.stream().filter(arrow -> !taken[arrows.indexOf(arrow)]).toList();
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

  private int indexOf(S from, Class<? extends Fact> on) {
    for (int i = 0; i < arrows.size(); i++) {
      Arrow<S> arrow = arrows.get(i);
      if (arrow.from() == from && arrow.on() == on) {
        return i;
      }
    }
    return -1;
  }
}
