// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;

/**
 * The one gate to a trunk for every leg that leaves: how many legs it carries and how soon the next
 * may go.
 */
public final class TrunkUsage implements Fold {

  private static final long SECOND_MICROS = 1_000_000;

  /** Whether a leg may leave now. */
  public sealed interface Verdict {
    /** It may. */
    record Go() implements Verdict {}

    /** All legs of the trunk are taken, or there is no such trunk. */
    record Full() implements Verdict {}

    /** Too soon after the last one: ask again at the given instant (epoch microseconds). */
    record NotBefore(long atMicros) implements Verdict {}
  }

  /**
   * How a trunk is used now.
   *
   * @param lastAskedMicros when its last outbound leg was asked for, 0 for never
   */
  public record Usage(TrunkId trunk, int legs, long lastAskedMicros) {}

  record Held(LegId leg, TrunkId trunk) {}

  private final Map<TrunkId, Usage> usages = new LinkedHashMap<>();
  private final Map<LegId, Held> held = new LinkedHashMap<>();

  /** Whether another leg may leave through the trunk. */
  public Verdict ask(@Nullable Trunk trunk, long nowMicros) {
    if (trunk == null) {
      return new Verdict.Full();
    }
    Usage usage = of(trunk.id());
    if (trunk.maxLegs() > 0 && usage.legs() >= trunk.maxLegs()) {
      return new Verdict.Full();
    }
    long spacing = trunk.legsPerSecond() > 0 ? SECOND_MICROS / trunk.legsPerSecond() : 0;
    long nextAtMicros = usage.lastAskedMicros() + spacing;
    return usage.lastAskedMicros() > 0 && nextAtMicros > nowMicros
        ? new Verdict.NotBefore(nextAtMicros)
        : new Verdict.Go();
  }

  /** How a trunk is used now. */
  public Usage of(TrunkId trunk) {
    return usages.getOrDefault(trunk, new Usage(trunk, 0, 0));
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    switch (fact) {
      case CallFact.LegArrived f when f.trunk() != null -> take(f.leg(), f.trunk(), 0);
      case CallFact.LegRequested f when f.trunk() != null ->
          take(f.leg(), f.trunk(), envelope.recordedAtMicros());
      case CallFact.LegEnded f -> giveBack(f.leg());
      default -> {}
    }
  }

  private void take(LegId leg, TrunkId trunk, long askedAtMicros) {
    held.put(leg, new Held(leg, trunk));
    Usage before = of(trunk);
    usages.put(
        trunk,
        new Usage(
            trunk, before.legs() + 1, StrictMath.max(before.lastAskedMicros(), askedAtMicros)));
  }

  private void giveBack(LegId leg) {
    Held was = held.remove(leg);
    if (was != null) {
      Usage before = of(was.trunk());
      usages.put(was.trunk(), new Usage(was.trunk(), before.legs() - 1, before.lastAskedMicros()));
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    usages.values().forEach(out);
    held.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    if (entity instanceof Usage usage) {
      usages.put(usage.trunk(), usage);
    } else if (entity instanceof Held hold) {
      held.put(hold.leg(), hold);
    }
  }
}
