// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.desk;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a contact can have been, as configured. */
public record Dispositions(List<Disposition> all) {

  /** None is configured. */
  public static final Dispositions NONE = new Dispositions(List.of());

  /** Takes a copy of the list. */
  public Dispositions {
    all = List.copyOf(all);
  }

  /** Why a contact cannot have been that; null where it can. */
  @Nullable String refusal(Disposition disposition) {
    if (all.isEmpty()) {
      return "There are no dispositions: add some under dispositions: in ringmaster.yaml.";
    }
    return all.contains(disposition)
        ? null
        : "No disposition is called "
            + disposition
            + "; there are "
            + all.stream().map(Disposition::value).collect(Collectors.joining(", "))
            + ".";
  }
}
