// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.util.List;
import org.ringmaster.core.agent.AgentFact;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.call.CallFact;
import org.ringmaster.core.kernel.RecordedFact;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.queue.QueueFact;

/** What is configured now, and the nodes as last seen. */
final class ConfigurationProjection implements Projection {
  private static final String SINCE = "configured_at";
  private static final String UNTIL = "removed_at";

  private final StoreTable queues =
      StoreTable.small("queues")
          .key("queue_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "strategy")
          .column(ColumnKind.JSON, "agents")
          .column(ColumnKind.BIGINT, "ring_ms", "retry_ms", "wrap_up_ms")
          .column(ColumnKind.BOOLEAN, "auto_pause")
          .column(ColumnKind.BIGINT, "max_wait_ms")
          .column(ColumnKind.JSON, "overflow")
          .column(ColumnKind.TEXT, "music_class")
          .column(ColumnKind.BIGINT, "service_level_ms")
          .column(ColumnKind.INSTANT, SINCE, UNTIL)
          .build();
  private final StoreTable agents =
      StoreTable.small("agents")
          .key("agent_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "name", "number", "telephone_id")
          .column(ColumnKind.INSTANT, SINCE, UNTIL)
          .build();
  private final StoreTable trunks =
      StoreTable.small("trunks")
          .key("trunk_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "node")
          .column(ColumnKind.INTEGER, "max_legs", "legs_per_second")
          .column(ColumnKind.INSTANT, SINCE, UNTIL)
          .build();
  private final StoreTable telephones =
      StoreTable.small("telephones")
          .key("telephone_id", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "node", "use")
          .column(ColumnKind.INSTANT, SINCE, UNTIL)
          .build();
  private final StoreTable numbers =
      StoreTable.small("numbers")
          .key("number", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "queue_id", "calendar_id")
          .column(ColumnKind.INSTANT, SINCE, UNTIL)
          .build();
  private final StoreTable nodes =
      StoreTable.small("nodes")
          .key("node", ColumnKind.TEXT)
          .column(ColumnKind.TEXT, "version")
          .column(ColumnKind.BOOLEAN, "connected", "fenced")
          .column(ColumnKind.INSTANT, "asterisk_started_at", "changed_at", "reconciled_at")
          .build();
  private final FactJson json = new FactJson();

  @Override
  public String name() {
    return "configuration";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<StoreTable> tables() {
    return List.of(queues, agents, trunks, telephones, numbers, nodes);
  }

  @Override
  public void apply(RecordedFact recorded) {
    long at = recorded.envelope().occurredAtMicros();
    switch (recorded.fact()) {
      case CallFact fact -> applyCall(fact, at);
      case QueueFact fact -> applyQueue(fact, at);
      case AgentFact.Configured f -> {
        AgentProfile profile = f.profile();
        agents
            .row(profile.id())
            .personal("name", profile.name())
            .text("number", profile.number())
            .text("telephone_id", profile.telephone())
            .at(SINCE, at)
            .clear(UNTIL);
      }
      case AgentFact.Removed f -> agents.row(f.agent()).at(UNTIL, at);
      default -> {}
    }
  }

  private void applyCall(CallFact fact, long at) {
    switch (fact) {
      case CallFact.TrunkConfigured f ->
          trunks
              .row(f.trunk().id())
              .text("node", f.trunk().node())
              .number("max_legs", f.trunk().maxLegs())
              .number("legs_per_second", f.trunk().legsPerSecond())
              .at(SINCE, at)
              .clear(UNTIL);
      case CallFact.TrunkRemoved f -> trunks.row(f.trunk()).at(UNTIL, at);
      case CallFact.TelephoneConfigured f ->
          telephones
              .row(f.telephone().id())
              .text("node", f.telephone().node())
              .text("use", f.telephone().use())
              .at(SINCE, at)
              .clear(UNTIL);
      case CallFact.TelephoneRemoved f -> telephones.row(f.telephone()).at(UNTIL, at);
      case CallFact.NodeConnected f ->
          nodes
              .row(f.node())
              .text("version", f.version())
              .flag("connected", true)
              .flag("fenced", false)
              .at("asterisk_started_at", f.startedAtMicros())
              .at("changed_at", at);
      case CallFact.NodeLost f -> nodes.row(f.node()).flag("connected", false).at("changed_at", at);
      case CallFact.NodeFenced f ->
          nodes.row(f.node()).flag("connected", false).flag("fenced", true).at("changed_at", at);
      case CallFact.NodeReconciled f -> nodes.row(f.node()).at("reconciled_at", at);
      default -> {}
    }
  }

  private void applyQueue(QueueFact fact, long at) {
    switch (fact) {
      case QueueFact.QueueConfigured f -> configured(f.queue(), at);
      case QueueFact.QueueRemoved f -> queues.row(f.queue()).at(UNTIL, at);
      case QueueFact.NumberConfigured f ->
          numbers
              .row(f.number().number())
              .text("queue_id", f.number().queue())
              .text("calendar_id", f.number().hours())
              .at(SINCE, at)
              .clear(UNTIL);
      case QueueFact.NumberRemoved f -> numbers.row(f.number()).at(UNTIL, at);
      default -> {}
    }
  }

  private void configured(Queue queue, long at) {
    queues
        .row(queue.id())
        .text("strategy", queue.strategy())
        .json("agents", json.text(queue.agents()))
        .number("ring_ms", queue.ringMillis())
        .number("retry_ms", queue.retryMillis())
        .number("wrap_up_ms", queue.wrapUpMillis())
        .flag("auto_pause", queue.autoPause())
        .number("max_wait_ms", queue.maxWaitMillis())
        .json("overflow", json.text(queue.overflow()))
        .text("music_class", queue.musicClass())
        .number("service_level_ms", queue.serviceLevelMillis())
        .at(SINCE, at)
        .clear(UNTIL);
  }
}
