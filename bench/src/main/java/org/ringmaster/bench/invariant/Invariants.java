// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.codec.FactCodec;
import org.ringmaster.core.engine.Centre;
import org.ringmaster.core.interval.Intervals;
import org.ringmaster.core.kernel.RecordedFact;

/**
 * All invariants over one stream of facts, from the first fact on. Restarts of the platform do not
 * interrupt the stream: the facts go on. Owned by one thread.
 */
public final class Invariants {

  /** A replay that failed says all there is to say; one breach of it is enough. */
  private static final String REPLAY = "Recorded facts can be replayed.";

  private final FactCodec codec;
  private final Supplier<Centre> empty;
  private final Facts facts;
  private final @Nullable List<RecordedFact> kept;
  private final List<Invariant> all;
  private final Centre replayed;
  private final Boards boards = BoardsEqualFold.empty();
  private final Intervals intervals = new Intervals(Integer.MAX_VALUE);
  private final List<Breach> breaches = new ArrayList<>();
  private final List<RecordedFact> step = new ArrayList<>();
  private boolean replays = true;
  private long last;
  private long lastMicros;

  private Invariants(
      FactCodec codec,
      Supplier<Centre> empty,
      List<Invariant> all,
      Facts facts,
      @Nullable List<RecordedFact> kept) {
    this.all = all;
    this.codec = codec;
    this.empty = empty;
    this.facts = facts;
    this.kept = kept;
    this.replayed = empty.get();
  }

  /** Invariants that keep the facts they are shown, and compare everything after each turn. */
  public static Invariants keeping(FactCodec codec, Supplier<Centre> empty) {
    return keeping(codec, empty, all());
  }

  /**
   * The same over deciders in which a guarantee is broken on purpose: their books may not be what
   * the facts say, and boards, which are whole, are not compared with them. That alone would find
   * most of it, and prove nothing of the guarantee.
   */
  public static Invariants keepingOfTampered(FactCodec codec, Supplier<Centre> empty) {
    List<Invariant> some = new ArrayList<>(all());
    some.removeIf(BoardsEqualBooks.class::isInstance);
    return keeping(codec, empty, some);
  }

  private static Invariants keeping(FactCodec codec, Supplier<Centre> empty, List<Invariant> all) {
    List<RecordedFact> kept = new ArrayList<>();
    return new Invariants(codec, empty, all, kept::forEach, kept);
  }

  /** Invariants over facts that can be read again. */
  public static Invariants over(FactCodec codec, Supplier<Centre> empty, Facts facts) {
    return new Invariants(codec, empty, all(), facts, null);
  }

  /**
   * Invariants that judge facts and books, and skip what is worked out beside them: a second state,
   * boards, figures. {@link #checkpoint} compares nothing then.
   */
  public static Invariants alone(FactCodec codec, Supplier<Centre> empty) {
    Invariants alone = new Invariants(codec, empty, all(), each -> {}, null);
    alone.replays = false;
    return alone;
  }

  /** One of each, fresh. */
  static List<Invariant> all() {
    return List.of(
        new SequencesAreDense(),
        new OneOfferAnAgent(),
        new LostPagesKeepNobodyReady(),
        new OneAnswerACaller(),
        new AnnouncementsAreTrue(),
        new OneBridgeALeg(),
        new LegsEndOnce(),
        new EntriesEndOnce(),
        new CallbacksEndOnce(),
        new RecordingsAreOfParts(),
        new MessagesEndOnce(),
        new PlacesAreKept(),
        new SupervisorsAreObeyed(),
        new WhoOwesIsNotFree(),
        new NobodyIsDialledTwiceAtATime(),
        new NobodyIsDialledOutsideHours(),
        new NobodyIsDialledWhoMustNotBe(),
        new NobodyIsDialledTooOften(),
        new NobodyIsDialledBeyondTheirCaps(),
        new NobodyIsDialledAheadOfTheLaw(),
        new CampaignsKeepWithinBounds(),
        new CampaignsKeepTheirTimes(),
        new CampaignsSpendWhatTheyMay(),
        new NobodyIsDialledWhoIsWithUs(),
        new PreviewsAreObeyed(),
        new OptOutKeysAreObeyed(),
        new AgreedCallsAreKept(),
        new UnseenEndsAreAskedFor(),
        new MachinesAreGivenUpOnce(),
        new ShiftsAreTiled(),
        new TrunksWithinCapacity(),
        new BooksAgree(),
        new TotalsEqualRecount(),
        new ReplayGivesSameState(),
        new BoardsEqualFold(),
        new BoardsEqualBooks(),
        new KpisEqualRecount());
  }

  /** What must hold, sentence by sentence. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>(all.stream().map(Invariant::sentence).toList());
    sentences.add(REPLAY);
    return sentences;
  }

  /** Shows the facts of one turn and the state after it. */
  public void after(List<RecordedFact> turn, Centre centre) {
    for (RecordedFact fact : turn) {
      see(fact);
    }
    if (replays) {
      boards.publish();
    }
    judge(invariant -> invariant.brokenAfterTurn(centre));
    if (replays && kept != null) {
      Checkpoint now = whole(centre, lastMicros);
      judge(invariant -> invariant.brokenByStep(step, now));
      step.clear();
    }
  }

  private Checkpoint whole(Centre centre, long nowMicros) {
    return new Checkpoint(centre, empty, replayed, boards, intervals, facts, codec, nowMicros);
  }

  /**
   * From the next fact on the platform's clock is so far ahead of its machine's (microseconds),
   * because somebody has set that back. What is never told is 0.
   */
  public void clockIsAhead(long micros) {
    all.forEach(invariant -> invariant.clockIsAhead(micros));
  }

  /** Shows one fact. */
  public void see(RecordedFact fact) {
    last = fact.sequence();
    lastMicros = fact.envelope().recordedAtMicros();
    if (kept != null) {
      kept.add(fact);
      step.add(fact);
    }
    try {
      if (replays) {
        replayed.replay(fact);
        boards.apply(fact.fact(), fact.envelope());
        intervals.apply(fact.fact(), fact.envelope());
      }
    } catch (RuntimeException nonsense) {
      replays = false;
      breaches.add(new Breach(REPLAY, last, String.valueOf(nonsense.getMessage())));
    }
    judge(invariant -> invariant.brokenBy(fact));
  }

  /**
   * Compares everything with everything.
   *
   * @param nowMicros epoch microseconds
   */
  public void checkpoint(Centre centre, long nowMicros) {
    if (replays) {
      boards.publish();
      Checkpoint whole = whole(centre, nowMicros);
      judge(invariant -> invariant.brokenAt(whole));
    }
  }

  /** Nobody is left: nothing may be left of them. */
  public void end() {
    judge(Invariant::brokenInTheEnd);
  }

  /** The state that has only been told the facts. */
  public Centre replayed() {
    return replayed;
  }

  /** What has been broken so far, oldest first. */
  public List<Breach> breaches() {
    return List.copyOf(breaches);
  }

  /** Whether anything has been broken so far. */
  public boolean isBroken() {
    return !breaches.isEmpty();
  }

  /** How many facts were shown. */
  public long lastSequence() {
    return last;
  }

  private void judge(Function<Invariant, @Nullable String> question) {
    for (Invariant invariant : all) {
      String how = question.apply(invariant);
      if (how != null) {
        breaches.add(new Breach(invariant.sentence(), last, how));
      }
    }
  }
}
