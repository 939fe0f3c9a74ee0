// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Fold;
import org.ringmaster.dialer.callerid.CallerIdPool;
import org.ringmaster.dialer.callerid.CallerIdUse;
import org.ringmaster.dialer.compliance.AbandonLedger;

/**
 * The campaigns, a row each, for whoever shows them. Keeps nothing in a snapshot: all it knows
 * comes back from what the decider keeps there. Owned by the thread that folds, but for the rows.
 */
public final class CampaignRows implements Fold {

  private static final long MINUTE_MICROS = 60_000_000;

  /** What was last worked out of the ledger, and of what. */
  private record Budget(long minute, long mark, double mistaken, double percent, double left) {}

  private final CampaignBooks books = new CampaignBooks(agent -> List.of());
  private final Map<CampaignId, PacingReading> readings = new LinkedHashMap<>();
  private final Map<CampaignId, Budget> budgets = new LinkedHashMap<>();
  private long nowMicros;
  private long shownMinute;
  private volatile List<CampaignRow> rows = List.of();
  private volatile Map<AgentId, PreviewRow> previews = Map.of();
  private final UncalledLeads uncalled = new UncalledLeads();
  private volatile Map<AgentId, PreviewRow.NotCalled> notCalled = Map.of();
  private boolean isStale = true;

  /** All campaigns, in the order of the configuration. Any thread. */
  public List<CampaignRow> rows() {
    return rows;
  }

  /** The lead that an agent looks at, or null. Any thread. */
  public @Nullable PreviewRow preview(AgentId agent) {
    return previews.get(agent);
  }

  /**
   * What was shown to an agent last and not called after all, for as long as that is true and they
   * have not gone on; null for nothing. Not kept over a start. Any thread.
   */
  public PreviewRow.@Nullable NotCalled notCalled(AgentId agent) {
    return notCalled.get(agent);
  }

  /** One campaign, or null where none of that name is known. Any thread. */
  public @Nullable CampaignRow row(CampaignId id) {
    for (CampaignRow row : rows) {
      if (row.id().equals(id)) {
        return row;
      }
    }
    return null;
  }

  /** How a campaign stands now, or null where none of that name is known. */
  public @Nullable CampaignStanding standing(CampaignId id, Experience experience) {
    Campaign campaign = books.campaign(id);
    return campaign == null
        ? null
        : new CampaignStanding(
            campaign.plan(),
            campaign.state(),
            campaign.limit(),
            books.listsOf(id).stream().map(LeadStates::standing).toList(),
            experience,
            campaign.learnt(),
            campaign.ledger().save(),
            campaign.ledger().saveScreening(),
            books.tries().dials(nowMicros),
            books.spend().of(campaign, nowMicros));
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    books.apply(fact, envelope);
    passes(envelope.recordedAtMicros());
    switch (fact) {
      case CampaignFact.Dialled f -> readings.put(f.campaign(), f.reading());
      case CampaignFact.LimitChanged f when f.reading() != null ->
          readings.put(f.campaign(), f.reading());
      default -> {}
    }
    isStale |=
        uncalled.apply(fact, envelope.recordedAtMicros())
            || fact instanceof PreviewFact
            || fact instanceof CampaignFact
            || fact instanceof org.ringmaster.dialer.list.ListFact;
  }

  /** The time is this, epoch microseconds, whether or not anything has become true. */
  public void passes(long micros) {
    nowMicros = StrictMath.max(nowMicros, micros);
  }

  /**
   * Makes what was applied since the last time visible in the rows. Days begin and leads become due
   * without a fact, so that the rows are made anew each minute.
   */
  public void publish() {
    long minute = nowMicros / MINUTE_MICROS;
    isStale |= uncalled.passes(nowMicros);
    if (!isStale && minute == shownMinute) {
      return;
    }
    isStale = false;
    shownMinute = minute;
    List<CampaignRow> now = new ArrayList<>();
    for (Campaign campaign : books.campaigns()) {
      CampaignBooks.Numbers numbers = books.numbersOf(campaign.id(), nowMicros);
      now.add(
          new CampaignRow(
              campaign.plan(),
              campaign.state(),
              campaign.limit(),
              numbers,
              sum(campaign, LeadStates::size),
              sum(campaign, LeadStates::tried),
              due(campaign),
              level(numbers, readings.get(campaign.id())),
              budget(campaign),
              books.isStopped(),
              books.lists(campaign.id()),
              callerIds(campaign),
              campaign.ledger().screening(AbandonLedger.Window.LAST_30_DAYS, nowMicros),
              books.spend().of(campaign, nowMicros)));
    }
    rows = List.copyOf(now);
    Map<AgentId, PreviewRow> shown = new LinkedHashMap<>();
    for (Preview preview : books.previews().all()) {
      shown.put(preview.agent(), row(preview));
    }
    previews = Collections.unmodifiableMap(shown);
    notCalled = uncalled.all();
  }

  private PreviewRow row(Preview preview) {
    Campaign campaign = books.campaign(preview.campaign());
    LeadStates states = books.leads(preview.list());
    List<PreviewRow.Tried> tried = new ArrayList<>();
    for (AttemptOutcome outcome : AttemptOutcome.values()) {
      int times = states == null ? 0 : states.tries(preview.lead(), outcome);
      if (times > 0) {
        tried.add(new PreviewRow.Tried(outcome, times));
      }
    }
    boolean dials =
        campaign != null
            && campaign.plan().mode() == CampaignMode.PREVIEW
            && campaign.plan().previewRules().dialsAtEnd();
    return new PreviewRow(preview, dials, List.copyOf(tried));
  }

  private List<CallerIdUse> callerIds(Campaign campaign) {
    CallerIdPool pool = campaign.plan().callerIds();
    return pool == null
        ? List.of()
        : pool.numbers().stream().map(one -> books.callerIds().use(one, nowMicros)).toList();
  }

  private int sum(Campaign campaign, ToIntFunction<LeadStates> what) {
    return books.listsOf(campaign.id()).stream().mapToInt(what).sum();
  }

  /** How many leads are due, where they are many so many. */
  private int due(Campaign campaign) {
    int due = 0;
    for (LeadStates list : books.listsOf(campaign.id())) {
      due += list.countDue(nowMicros, CampaignRow.MOST_IN_HOPPER - due);
    }
    return due;
  }

  private double budget(Campaign campaign) {
    Budget known = budgets.get(campaign.id());
    long minute = nowMicros / MINUTE_MICROS;
    if (known == null
        || known.minute() != minute
        || known.mark() != books.groups().mark(campaign)
        || known.mistaken() != campaign.mistaken()
        || known.percent() != campaign.plan().abandonPercent()) {
      known =
          new Budget(
              minute,
              books.groups().mark(campaign),
              campaign.mistaken(),
              campaign.plan().abandonPercent(),
              books.groups().left(campaign, nowMicros));
      budgets.put(campaign.id(), known);
    }
    return known.left();
  }

  private static double level(CampaignBooks.Numbers numbers, @Nullable PacingReading reading) {
    int atWork = reading == null ? 0 : reading.idle() + reading.talking() + reading.wrapping();
    int lines = numbers.ringing() + numbers.waiting() + numbers.talking();
    return atWork == 0 ? 0 : (double) lines / atWork;
  }

  /** The rules of the campaign that a line of a snapshot is about; null where it is about none. */
  public static @Nullable CampaignPlan planOf(Record entity) {
    return entity instanceof Campaign.Saved saved ? saved.plan() : null;
  }

  @Override
  public void snapshot(Consumer<Record> out) {}

  @Override
  public void restore(Record entity) {
    books.restore(entity);
    isStale = true;
  }
}
