// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.desk;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.queue.QueueId;

/**
 * What a contact can have been, as configured.
 *
 * @param rules of queues that have their own
 */
public record Dispositions(List<Disposition> all, List<DispositionRule> rules) {

  /** None is configured. */
  public static final Dispositions NONE = new Dispositions(List.of());

  /** Takes copies of the lists. */
  public Dispositions {
    all = List.copyOf(all);
    rules = List.copyOf(rules);
  }

  /** The same for all queues, and nobody must say anything. */
  public Dispositions(List<Disposition> all) {
    this(all, List.of());
  }

  /** What holds for the contacts of a queue, or null where it has no rule. */
  public @Nullable DispositionRule ruleOf(@Nullable QueueId queue) {
    for (DispositionRule rule : rules) {
      if (rule.queue().equals(queue)) {
        return rule;
      }
    }
    return null;
  }

  /** Why a contact of a queue cannot have been that; null where it can. */
  @Nullable String refusal(Disposition disposition, @Nullable QueueId queue) {
    DispositionRule rule = ruleOf(queue);
    if (rule != null && !rule.codes().isEmpty() && !rule.codes().contains(disposition)) {
      return "Queue "
          + queue
          + " has no disposition "
          + disposition
          + "; it has "
          + rule.codes().stream().map(Disposition::value).collect(Collectors.joining(", "))
          + ".";
    }
    return refusal(disposition);
  }

  private @Nullable String refusal(Disposition disposition) {
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
