// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.wall;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Decider;
import org.ringmaster.core.kernel.Decision;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.QueueBooks;
import org.ringmaster.core.queue.QueueId;

/**
 * Says yes or no to what people set on wallboards. Of two who change the same thresholds the second
 * is told. Owned by the kernel thread.
 */
public final class Walls implements Decider {

  private static final long MAX_MUTE_MICROS = 24 * 3_600_000_000L;
  private static final long MAX_LINK_MICROS = 400 * 24 * 3_600_000_000L;
  private static final int MAX_LINKS = 1_000;
  private static final int MAX_LABEL = 80;

  private final QueueBooks queues;
  private final WallBooks books = new WallBooks();

  /** The wallboards of these queues. */
  public Walls(QueueBooks queues) {
    this.queues = queues;
  }

  /** What is set now. */
  public WallBooks books() {
    return books;
  }

  @Override
  public void decide(Input input, Decision decision) {
    if (!(input instanceof WallInput wallInput)) {
      return;
    }
    String refusal =
        switch (wallInput) {
          case WallInput.SetThresholds in -> setThresholds(in, decision);
          case WallInput.MuteAlarm in -> mute(in, decision);
          case WallInput.IssueLink in -> issue(in, decision);
          case WallInput.RevokeLink in -> revoke(in, decision);
        };
    if (refusal != null) {
      decision.refuse(refusal);
    }
  }

  private @Nullable String setThresholds(WallInput.SetThresholds in, Decision decision) {
    QueueThresholds before = books.thresholds(in.queue());
    long version = before == null ? 0 : before.version();
    if (queues.queue(in.queue()) == null) {
      return noQueue(in.queue());
    }
    if (before != null && in.seenVersion() != version) {
      return before.by() + " has changed these thresholds meanwhile: look at them and set again.";
    }
    if (in.seenVersion() != version) {
      return "These thresholds were never set: look at them and set again.";
    }
    String refusal = in.thresholds().refusal();
    if (refusal == null) {
      decision.record(
          new WallFact.ThresholdsSet(in.queue(), version + 1, in.thresholds(), in.by()));
      decision.accept(Long.toString(version + 1));
    }
    return refusal;
  }

  private @Nullable String mute(WallInput.MuteAlarm in, Decision decision) {
    if (queues.queue(in.queue()) == null) {
      return noQueue(in.queue());
    }
    if (in.untilMicros() > decision.nowMicros() + MAX_MUTE_MICROS) {
      return "An alarm is muted for a day at most: set its thresholds otherwise instead.";
    }
    decision.record(new WallFact.AlarmMuted(in.queue(), in.untilMicros(), in.by()));
    decision.accept("");
    return null;
  }

  private @Nullable String issue(WallInput.IssueLink in, Decision decision) {
    long now = decision.nowMicros();
    if (in.label().isBlank() || in.label().length() > MAX_LABEL) {
      return "Say in 1 to " + MAX_LABEL + " letters where the wallboard hangs.";
    }
    if (in.expiresAtMicros() <= now || in.expiresAtMicros() > now + MAX_LINK_MICROS) {
      return "A link must end in the future, and within 400 days.";
    }
    if (books.links().stream().filter(link -> link.isValid(now)).count() >= MAX_LINKS) {
      return "There are " + MAX_LINKS + " links already: revoke some.";
    }
    WallLinkId link = new WallLinkId(decision.newId('w'));
    decision.record(new WallFact.LinkIssued(link, in.label(), in.expiresAtMicros(), in.by()));
    decision.accept(link.value());
    return null;
  }

  private @Nullable String revoke(WallInput.RevokeLink in, Decision decision) {
    WallLink link = books.link(in.link());
    if (link == null) {
      return "No link " + in.link() + ".";
    }
    if (!link.revoked()) {
      decision.record(new WallFact.LinkRevoked(in.link(), in.by()));
    }
    decision.accept("");
    return null;
  }

  private static String noQueue(QueueId queue) {
    return "No queue " + queue + ".";
  }

  @Override
  public void react(Fact fact, Decision decision) {}

  @Override
  public void apply(Fact fact, Envelope envelope) {
    books.apply(fact, envelope);
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    books.snapshot(out);
  }

  @Override
  public void restore(Record entity) {
    books.restore(entity);
  }
}
