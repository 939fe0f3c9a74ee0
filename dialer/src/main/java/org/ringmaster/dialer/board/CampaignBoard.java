// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentId;
import org.ringmaster.core.board.Board;
import org.ringmaster.core.kernel.Envelope;
import org.ringmaster.core.kernel.Fact;
import org.ringmaster.core.kernel.Turn;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignRow;
import org.ringmaster.dialer.campaign.CampaignRows;
import org.ringmaster.dialer.campaign.CampaignStanding;
import org.ringmaster.dialer.campaign.PreviewRow;

/** The campaigns now, what their last minutes brought, and what their calls have come to. */
public final class CampaignBoard implements Board {

  private final CampaignRows campaigns = new CampaignRows();
  private final CampaignMemory memory = new CampaignMemory();
  private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  private volatile Runnable told = () -> {};
  private volatile Map<CampaignId, CampaignLive> live = Map.of();

  /** Somebody wants to know how a campaign stands. */
  private record Asked(
      CampaignId campaign, CompletableFuture<Optional<CampaignStanding>> standing) {}

  /** All campaigns, in the order of the configuration. Any thread. */
  public List<CampaignRow> rows() {
    return campaigns.rows();
  }

  /** One campaign, or null where none of that name is known. Any thread. */
  public @Nullable CampaignRow row(CampaignId id) {
    return campaigns.row(id);
  }

  /** The lead that an agent looks at, or null. Any thread. */
  public @Nullable PreviewRow preview(AgentId agent) {
    return campaigns.preview(agent);
  }

  /** What was shown to an agent last and not called after all, or null. Any thread. */
  public PreviewRow.@Nullable NotCalled notCalled(AgentId agent) {
    return campaigns.notCalled(agent);
  }

  /** Calls somebody each time this is published; they must not wait. */
  public void onPublish(Runnable listener) {
    told = listener;
  }

  /** A campaign's last minutes, and what it came to in all. Any thread. */
  public CampaignLive live(CampaignId id) {
    return live.getOrDefault(id, CampaignLive.NONE);
  }

  /**
   * How a campaign stands, with each of its leads; empty where none of that name is known. Told
   * when this board publishes next, on its thread. Any thread.
   */
  public CompletableFuture<Optional<CampaignStanding>> standing(CampaignId id) {
    Asked one = new Asked(id, new CompletableFuture<>());
    asked.add(one);
    return one.standing();
  }

  @Override
  public void apply(Fact fact, Envelope envelope) {
    campaigns.apply(fact, envelope);
    memory.apply(fact, envelope);
  }

  @Override
  public void see(Turn turn) {
    campaigns.passes(turn.recordedAtMicros);
  }

  @Override
  public void publish() {
    campaigns.publish();
    told.run();
    live = memory.live();
    // A standing is a copy with every lead: all who ask for one campaign share it.
    Map<CampaignId, Optional<CampaignStanding>> told = new HashMap<>();
    for (Asked one = asked.poll(); one != null; one = asked.poll()) {
      if (!one.standing().isDone()) {
        Optional<CampaignStanding> standing =
            told.computeIfAbsent(
                one.campaign(), id -> Optional.ofNullable(campaigns.standing(id, memory.of(id))));
        one.standing().completeAsync(() -> standing);
      }
    }
  }

  @Override
  public void snapshot(Consumer<Record> out) {
    memory.snapshot(out);
  }

  @Override
  public void restore(Record entity) {
    campaigns.restore(entity);
    memory.restore(entity);
  }
}
