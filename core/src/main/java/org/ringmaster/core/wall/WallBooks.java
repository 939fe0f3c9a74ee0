// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.wall;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.core.queue.QueueFact;
import org.ringmaster.core.queue.QueueId;

/** All thresholds, mutes and links: the fold behind {@link Walls}. */
public final class WallBooks implements Fold {

  private final Map<QueueId, QueueThresholds> thresholds = new LinkedHashMap<>();
  private final Map<QueueId, Mute> mutes = new LinkedHashMap<>();
  private final Map<WallLinkId, WallLink> links = new LinkedHashMap<>();

  /** What was set for a queue, or null. */
  public @Nullable QueueThresholds thresholds(QueueId queue) {
    return thresholds.get(queue);
  }

  /** The mute of a queue, perhaps over; or null. */
  public @Nullable Mute mute(QueueId queue) {
    return mutes.get(queue);
  }

  /** A link, or null where it never was or is long over. */
  public @Nullable WallLink link(WallLinkId id) {
    return links.get(id);
  }

  /** All links that are kept, oldest first. */
  public Collection<WallLink> links() {
    return Collections.unmodifiableCollection(links.values());
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    long now = envelope.recordedAtMicros();
    switch (fact) {
      case WallFact.ThresholdsSet f ->
          thresholds.put(
              f.queue(), new QueueThresholds(f.queue(), f.version(), f.thresholds(), f.by(), now));
      case WallFact.AlarmMuted f -> {
        mutes.remove(f.queue());
        if (f.untilMicros() > 0) {
          mutes.put(f.queue(), new Mute(f.queue(), f.untilMicros(), f.by()));
        }
      }
      case WallFact.LinkIssued f -> {
        // What opens nothing is forgotten when the next one comes, so that only few are kept.
        links.values().removeIf(link -> !link.isValid(now));
        links.put(
            f.link(), new WallLink(f.link(), f.label(), f.by(), now, f.expiresAtMicros(), false));
      }
      case WallFact.LinkRevoked f -> links.computeIfPresent(f.link(), (id, it) -> it.takenBack());
      case QueueFact.QueueRemoved f -> {
        thresholds.remove(f.queue());
        mutes.remove(f.queue());
      }
      default -> {}
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    thresholds.values().forEach(out);
    mutes.values().forEach(out);
    links.values().forEach(out);
  }

  @Override
  public void restore(Record entity) {
    switch (entity) {
      case QueueThresholds it -> thresholds.put(it.queue(), it);
      case Mute it -> mutes.put(it.queue(), it);
      case WallLink it -> links.put(it.id(), it);
      default -> {}
    }
  }
}
