// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The beginnings of numbers that must not be called, per purpose. A look costs nothing while there
 * are none, and else one for each digit. Owned by whoever folds consents.
 */
final class ForbiddenPrefixes {

  private static final int DECIMAL = 10;

  private final Map<ConsentScope, Set<Long>> prefixes = new EnumMap<>(ConsentScope.class);

  void add(long prefix, ConsentScope scope) {
    prefixes.computeIfAbsent(scope, any -> new LinkedHashSet<>()).add(prefix);
  }

  void remove(long prefix, ConsentScope scope) {
    Set<Long> known = prefixes.get(scope);
    if (known != null && known.remove(prefix) && known.isEmpty()) {
      prefixes.remove(scope);
    }
  }

  /** Whether one of these begins a number (E.164 without the plus; 0: not known). */
  boolean holds(long number, ConsentScope scope) {
    if (prefixes.isEmpty()) {
      return false;
    }
    List<Set<Long>> asked = new ArrayList<>(2);
    for (ConsentScope one : List.of(scope, ConsentScope.ANY)) {
      Set<Long> known = prefixes.get(one);
      if (known != null) {
        asked.add(known);
      }
    }
    for (long rest = number; rest > 0 && !asked.isEmpty(); rest /= DECIMAL) {
      for (Set<Long> known : asked) {
        if (known.contains(rest)) {
          return true;
        }
      }
    }
    return false;
  }
}
