// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import io.prometheus.client.Collector;
import io.prometheus.client.GaugeMetricFamily;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.board.QueueDay;
import org.ringmaster.core.board.QueueRow;
import org.ringmaster.core.board.TelephoneRow;
import org.ringmaster.core.board.TrunkRow;
import org.ringmaster.core.call.Reach;
import org.ringmaster.core.call.Registration;

/**
 * The boards as metrics, read when they are scraped. Labels are names of queues, trunks, nodes and
 * states; never of a person.
 */
public final class BoardCollector extends Collector {

  private static final double MILLIS_PER_SECOND = 1_000.0;
  private static final double MICROS_PER_SECOND = 1_000_000.0;

  private final Boards boards;
  private final Supplier<LocalDate> today;
  private final LongSupplier clockMillis;

  /** Metrics of these boards, in seconds of the given clock. */
  public BoardCollector(Boards boards, Supplier<LocalDate> today, LongSupplier clockMillis) {
    this.boards = boards;
    this.today = today;
    this.clockMillis = clockMillis;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    List<String> queue = List.of("queue");
    GaugeMetricFamily waiting = gauge("queue_waiting", "Callers without an agent.", queue);
    GaugeMetricFamily longest =
        gauge("queue_longest_wait_seconds", "How long the first of them waits.", queue);
    GaugeMetricFamily talking = gauge("queue_talking", "Callers with an agent.", queue);
    GaugeMetricFamily expected =
        gauge(
            "queue_expected_wait_seconds",
            "How long a share of those who join now will wait at most.",
            List.of("queue", "share"));
    GaugeMetricFamily pressure =
        gauge(
            "queue_pressure",
            "The expected wait as a part of the one promised; above 1 is too long.",
            queue);
    GaugeMetricFamily reserve =
        gauge("queue_reserve_agents", "Agents who stay free for this queue's callers.", queue);
    GaugeMetricFamily agents =
        gauge("queue_agents", "Agents of the queue by state.", List.of("queue", "state"));
    GaugeMetricFamily counted =
        gauge("queue_today", "Callers of today by what became of them.", List.of("queue", "what"));
    GaugeMetricFamily level =
        gauge("queue_service_level_ratio", "Answered in time today; 1 while none.", queue);
    for (QueueRow row : boards.queues().rows()) {
      List<String> name = List.of(row.queue().id().value());
      waiting.addMetric(name, row.waiting());
      longest.addMetric(name, secondsSince(row.longestSinceMicros()));
      talking.addMetric(name, row.talking());
      if (row.expected() != null) {
        expected.addMetric(List.of(name.get(0), "0.5"), row.expected().quantileSeconds(0.5));
        expected.addMetric(List.of(name.get(0), "0.8"), row.expected().quantileSeconds(0.8));
      }
      if (row.pressure() != null) {
        pressure.addMetric(name, row.pressure());
      }
      reserve.addMetric(name, row.kept());
      for (Map.Entry<AgentState, Integer> state : row.agents().entrySet()) {
        agents.addMetric(List.of(name.get(0), BoardJson.word(state.getKey())), state.getValue());
      }
      day(counted, name.get(0), row.on(today.get()));
      level.addMetric(name, row.on(today.get()).serviceLevel());
    }
    GaugeMetricFamily calls =
        new GaugeMetricFamily("ringmaster_calls", "Live calls.", boards.calls().live());
    List<MetricFamilySamples> all = new ArrayList<>(notOnTheLine());
    Collections.addAll(
        all,
        waiting,
        longest,
        talking,
        expected,
        pressure,
        reserve,
        agents,
        counted,
        level,
        calls,
        trunks(),
        maxLegs(),
        reach(),
        registration(),
        telephones(),
        nodes());
    return all;
  }

  private List<MetricFamilySamples> notOnTheLine() {
    List<String> queue = List.of("queue");
    GaugeMetricFamily callbacks =
        gauge("queue_callbacks", "Callers who are to be called back.", queue);
    GaugeMetricFamily oldest =
        gauge("queue_oldest_callback_seconds", "How long the first of these waits.", queue);
    GaugeMetricFamily messages = gauge("queue_messages", "Messages that nobody has heard.", queue);
    for (QueueRow row : boards.queues().rows()) {
      List<String> name = List.of(row.queue().id().value());
      callbacks.addMetric(name, row.callbacks());
      oldest.addMetric(name, secondsSince(row.oldestCallbackMicros()));
      messages.addMetric(name, row.messages());
    }
    return List.of(callbacks, oldest, messages);
  }

  /** 0 where nobody waits. */
  private double secondsSince(long micros) {
    return micros == 0
        ? 0
        : Math.max(0, clockMillis.getAsLong() / MILLIS_PER_SECOND - micros / MICROS_PER_SECOND);
  }

  private static void day(GaugeMetricFamily counted, String queue, QueueDay day) {
    counted.addMetric(List.of(queue, "joined"), day.joined());
    counted.addMetric(List.of(queue, "answered"), day.answered());
    counted.addMetric(List.of(queue, "answered-in-time"), day.answeredInTime());
    counted.addMetric(List.of(queue, "abandoned"), day.abandoned());
    counted.addMetric(List.of(queue, "overflowed"), day.overflowed());
    counted.addMetric(List.of(queue, "dialled"), day.dialled());
    counted.addMetric(List.of(queue, "dialled-answered"), day.dialledAnswered());
    counted.addMetric(List.of(queue, "dialled-answered-in-time"), day.dialledInTime());
    counted.addMetric(List.of(queue, "dialled-abandoned"), day.dialledAbandoned());
    counted.addMetric(List.of(queue, "foreseen"), day.judged());
    counted.addMetric(List.of(queue, "foreseen-within"), day.judgedWithin());
  }

  private GaugeMetricFamily trunks() {
    GaugeMetricFamily legs =
        gauge("trunk_legs", "Live legs through the trunk.", List.of("trunk", "direction"));
    for (TrunkRow row : boards.trunks().trunks()) {
      legs.addMetric(List.of(row.trunk().id().value(), "in"), row.legsIn());
      legs.addMetric(List.of(row.trunk().id().value(), "out"), row.legsOut());
    }
    return legs;
  }

  private GaugeMetricFamily maxLegs() {
    GaugeMetricFamily legs =
        gauge("trunk_max_legs", "Legs the trunk may carry; 0 is no limit.", List.of("trunk"));
    for (TrunkRow row : boards.trunks().trunks()) {
      legs.addMetric(List.of(row.trunk().id().value()), row.trunk().maxLegs());
    }
    return legs;
  }

  private GaugeMetricFamily reach() {
    GaugeMetricFamily reachable =
        gauge("trunk_reachable", "1 while the carrier answers.", List.of("trunk"));
    for (TrunkRow row : boards.trunks().trunks()) {
      if (row.sight().reach() != Reach.UNKNOWN) {
        reachable.addMetric(
            List.of(row.trunk().id().value()), row.sight().reach() == Reach.REACHABLE ? 1 : 0);
      }
    }
    return reachable;
  }

  private GaugeMetricFamily registration() {
    GaugeMetricFamily registered =
        gauge("trunk_registered", "1 while the carrier knows us.", List.of("trunk"));
    for (TrunkRow row : boards.trunks().trunks()) {
      Registration registration = row.sight().registration();
      if (registration != Registration.NONE) {
        registered.addMetric(
            List.of(row.trunk().id().value()), registration == Registration.REGISTERED ? 1 : 0);
      }
    }
    return registered;
  }

  /** By node: a telephone's name may be a person's. */
  private GaugeMetricFamily telephones() {
    GaugeMetricFamily telephones =
        gauge("telephones", "Telephones by whether they can be rung.", List.of("node", "reach"));
    Map<List<String>, Integer> counts = new TreeMap<>(Comparator.comparing(List::toString));
    for (TelephoneRow row : boards.telephones().rows()) {
      String node = row.telephone().node().value();
      for (Reach reach : Reach.values()) {
        counts.merge(
            List.of(node, BoardJson.word(reach)), row.reach() == reach ? 1 : 0, Integer::sum);
      }
    }
    counts.forEach(telephones::addMetric);
    return telephones;
  }

  private GaugeMetricFamily nodes() {
    GaugeMetricFamily up =
        gauge("node_connected", "1 while we see and command the node.", List.of("node"));
    for (NodeRow row : boards.trunks().nodes()) {
      up.addMetric(List.of(row.id().value()), row.sight() == NodeRow.Sight.CONNECTED ? 1 : 0);
    }
    return up;
  }

  private static GaugeMetricFamily gauge(String name, String help, List<String> labels) {
    return new GaugeMetricFamily("ringmaster_" + name, help, labels);
  }
}
