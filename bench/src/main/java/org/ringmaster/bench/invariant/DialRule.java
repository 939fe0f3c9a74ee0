// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.List;

/** What must not happen to people who are dialled, and the invariants that watch over it. */
public enum DialRule {
  /** Nobody is in two calls of ours at a time. */
  NO_DOUBLE_DIAL("double dials", new NobodyIsDialledTwiceAtATime()),
  /** Nobody is called against a "no". */
  DO_NOT_CALL("do-not-call breaches", new NobodyIsDialledWhoMustNotBe()),
  /** Nobody is called when it is too early or too late where they may be. */
  HOURS("dials outside hours", new NobodyIsDialledOutsideHours()),
  /** Nobody is called more often, and nothing dialled faster or wider, than was set. */
  LIMITS(
      "limit breaches",
      new NobodyIsDialledTooOften(),
      new NobodyIsDialledBeyondTheirCaps(),
      new CampaignsKeepWithinBounds(),
      new CampaignsKeepTheirTimes(),
      new CampaignsSpendWhatTheyMay(),
      new NobodyIsDialledAheadOfTheLaw(),
      new TrunksWithinCapacity()),
  /** Nobody is called who is on the line with us, or waits to be called back. */
  WITH_US("dials of who is with us already", new NobodyIsDialledWhoIsWithUs()),
  /** Each lead is shown to one agent, and called when that agent says so. */
  PREVIEWS("leads shown twice or dialled unasked", new PreviewsAreObeyed()),
  /** Who says by key that they want no more calls gets none. */
  OPT_OUTS("opt-outs by key not obeyed", new OptOutKeysAreObeyed()),
  /** Who agreed a time is called then, by whom they were promised. */
  AGREED("agreed calls not kept", new AgreedCallsAreKept()),
  /** All else that must hold. */
  ANYTHING_ELSE("other things broken");

  private final String breaches;
  private final List<String> sentences;

  DialRule(String breaches, Invariant... watchers) {
    this.breaches = breaches;
    sentences = List.of(watchers).stream().map(Invariant::sentence).toList();
  }

  /** What its breaches are called. */
  public String breaches() {
    return breaches;
  }

  /** Which rule a breach is of. */
  public static DialRule of(Breach breach) {
    for (DialRule rule : values()) {
      if (rule.sentences.contains(breach.sentence())) {
        return rule;
      }
    }
    return ANYTHING_ELSE;
  }
}
