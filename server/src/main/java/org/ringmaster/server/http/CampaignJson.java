// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.QueueRow;
import org.ringmaster.core.board.TrunkRow;
import org.ringmaster.core.call.Attestation;
import org.ringmaster.dialer.board.CampaignLive;
import org.ringmaster.dialer.board.CarrierResults;
import org.ringmaster.dialer.board.PacingNote;
import org.ringmaster.dialer.callerid.CallerIdUse;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignBooks;
import org.ringmaster.dialer.campaign.CampaignBounds;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.CampaignRow;
import org.ringmaster.dialer.campaign.ScreeningPlan;
import org.ringmaster.dialer.campaign.SpendFigures;
import org.ringmaster.dialer.campaign.SpendLimit;
import org.ringmaster.dialer.campaign.Tariff;
import org.ringmaster.dialer.compliance.ScreeningFigures;
import org.ringmaster.dialer.list.ListId;

/** A campaign as JSON, with what the boards tell of its queue and its trunk. */
final class CampaignJson {
  private static final int[] MINUTES = {1, 5, 15};
  private static final int LONGEST = 15;
  private static final long MICROS_PER_MILLI = 1_000;

  private CampaignJson() {}

  static void write(
      JsonGenerator out, CampaignRow row, CampaignLive live, Boards boards, long nowMicros)
      throws IOException {
    CampaignBooks.Numbers numbers = row.numbers();
    QueueNames names = boards::nameOf;
    out.writeStartObject();
    out.writeStringField("id", row.id().value());
    names.write(out, row.queue());
    out.writeStringField("mode", BoardJson.word(row.mode()));
    out.writeStringField("state", BoardJson.word(row.state()));
    out.writeStringField("limit", BoardJson.word(row.limit()));
    out.writeStringField("why", row.limit().words());
    out.writeBooleanField("diallingStopped", row.stopped());
    out.writeArrayFieldStart("lists");
    for (ListId list : row.lists()) {
      out.writeString(list.value());
    }
    out.writeEndArray();
    out.writeNumberField("leads", row.leads());
    out.writeNumberField("tried", row.tried());
    out.writeNumberField("contactPercent", live.all().contactPercent());
    out.writeNumberField("dialable", numbers.dialable());
    out.writeNumberField("hopper", row.hopper());
    out.writeBooleanField("hopperIsMore", row.hopper() >= CampaignRow.MOST_IN_HOPPER);
    out.writeNumberField("ringing", numbers.ringing());
    out.writeNumberField("waiting", numbers.waiting());
    out.writeNumberField("talking", numbers.talking());
    out.writeNumberField("level", row.level());
    out.writeNumberField("agentsWaiting", agentsWaiting(boards, row));
    trunk(out, boards, row);
    today(out, row);
    callerIds(out, row);
    screening(out, row);
    LawJson.write(out, row.plan().laws());
    bounds(out, row.plan());
    recording(out, row.plan());
    spend(out, row);
    results(out, live, nowMicros);
    notes(out, live);
    out.writeEndObject();
  }

  /** Agents of its queue whom a caller would find free. */
  static int agentsWaiting(Boards boards, CampaignRow row) {
    for (QueueRow queue : boards.queues().rows()) {
      if (queue.queue().id().equals(row.queue())) {
        return queue.agents().getOrDefault(AgentState.AVAILABLE, 0);
      }
    }
    return 0;
  }

  private static @Nullable TrunkRow trunkOf(Boards boards, CampaignRow row) {
    for (TrunkRow trunk : boards.trunks().trunks()) {
      if (trunk.trunk().id().equals(row.plan().trunk())) {
        return trunk;
      }
    }
    return null;
  }

  private static void trunk(JsonGenerator out, Boards boards, CampaignRow row) throws IOException {
    TrunkRow trunk = trunkOf(boards, row);
    out.writeObjectFieldStart("trunk");
    out.writeStringField("id", row.plan().trunk().value());
    out.writeNumberField("legs", trunk == null ? 0 : trunk.legsIn() + trunk.legsOut());
    out.writeNumberField("maxLegs", trunk == null ? 0 : trunk.trunk().maxLegs());
    Attestation attestation = trunk == null ? null : trunk.trunk().attestation();
    if (attestation != null) {
      out.writeStringField("attestation", attestation.name());
    }
    out.writeEndObject();
  }

  private static void today(JsonGenerator out, CampaignRow row) throws IOException {
    CampaignBooks.Numbers numbers = row.numbers();
    out.writeObjectFieldStart("today");
    out.writeNumberField("calls", numbers.calls());
    out.writeNumberField("answered", numbers.answered());
    out.writeNumberField("abandoned", numbers.abandoned());
    out.writeNumberField("abandonedPercent", numbers.abandonedPercent());
    out.writeNumberField("limitPercent", row.plan().abandonPercent());
    if (row.plan().dropGroup() != null) {
      out.writeStringField("dropGroup", row.plan().dropGroup());
    }
    out.writeNumberField("budget", row.budget());
    out.writeEndObject();
  }

  /** From when and until when it dials, and how often somebody is dialled over days and weeks. */
  private static void bounds(JsonGenerator out, CampaignPlan plan) throws IOException {
    CampaignBounds bounds = plan.limits();
    if (bounds.fromMicros() > 0) {
      out.writeNumberField("fromMillis", bounds.fromMicros() / MICROS_PER_MILLI);
    }
    if (bounds.untilMicros() > 0) {
      out.writeNumberField("untilMillis", bounds.untilMicros() / MICROS_PER_MILLI);
    }
    out.writeArrayFieldStart("bounds");
    for (String sentence : bounds.sentences(plan.hours().zone())) {
      out.writeString(sentence);
    }
    out.writeEndArray();
  }

  /** How its talks are recorded, where it is not for its queue to say. */
  private static void recording(JsonGenerator out, CampaignPlan plan) throws IOException {
    if (plan.recording() != null) {
      out.writeStringField("recording", BoardJson.word(plan.recording()));
    }
  }

  /** What its calls have cost and may cost; nothing where the trunk's rates are not said. */
  private static void spend(JsonGenerator out, CampaignRow row) throws IOException {
    SpendLimit limit = row.plan().limits().spend();
    if (limit == null) {
      return;
    }
    SpendFigures spent = row.spent();
    out.writeObjectFieldStart("spend");
    out.writeStringField("currency", limit.tariff().currency());
    amount(out, "today", spent.today());
    amount(out, "total", spent.total());
    amount(out, "reserved", spent.reserved());
    if (limit.day() > 0) {
      amount(out, "dayLimit", limit.day());
    }
    if (limit.campaign() > 0) {
      amount(out, "campaignLimit", limit.campaign());
    }
    Long left = limit.left(spent);
    if (left != null) {
      amount(out, "left", left);
    }
    out.writeStringField("words", limit.words(spent));
    out.writeEndObject();
  }

  private static void amount(JsonGenerator out, String field, long millionths) throws IOException {
    out.writeFieldName(field);
    out.writeNumber(Tariff.plain(millionths)); // As it is, and through no floating point.
  }

  /** What detectors said in 30 days; nothing where the campaign has none and had none. */
  private static void screening(JsonGenerator out, CampaignRow row) throws IOException {
    ScreeningFigures figures = row.screening();
    if (row.plan().screening() == null && figures.equals(ScreeningFigures.NONE)) {
      return;
    }
    ScreeningPlan plan = row.plan().screening();
    out.writeObjectFieldStart("screening");
    out.writeStringField("mode", plan == null ? "off" : BoardJson.word(plan.action()));
    out.writeNumberField("humans", figures.humans());
    out.writeNumberField("machines", figures.machines());
    out.writeNumberField("unknown", figures.unknown());
    out.writeNumberField("givenUp", figures.givenUp());
    out.writeNumberField("audited", figures.audited());
    out.writeNumberField("people", figures.people());
    out.writeNumberField("falsePercent", figures.falsePercent());
    out.writeNumberField("leastFalsePercent", figures.leastFalsePercent());
    out.writeNumberField("mostFalsePercent", figures.mostFalsePercent());
    out.writeNumberField("mistakenToday", row.numbers().mistaken());
    out.writeEndObject();
  }

  /** What each number of the pool was used for in 24 hours. */
  private static void callerIds(JsonGenerator out, CampaignRow row) throws IOException {
    out.writeArrayFieldStart("callerIds");
    for (CallerIdUse use : row.callerIds()) {
      out.writeStartObject();
      out.writeStringField("number", use.number());
      out.writeNumberField("shown", use.shown());
      out.writeNumberField("ended", use.ended());
      out.writeNumberField("answered", use.answered());
      out.writeNumberField("answeredPercent", use.answeredPercent());
      out.writeBooleanField("low", use.lowSinceMicros() > 0);
      if (use.lowSinceMicros() > 0) {
        out.writeNumberField("lowSinceMillis", use.lowSinceMicros() / MICROS_PER_MILLI);
      }
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void results(JsonGenerator out, CampaignLive live, long nowMicros)
      throws IOException {
    CarrierResults lately = live.last(LONGEST, nowMicros);
    out.writeNumberField("idleSecondsPerConnect", lately.idleSecondsPerConnect());
    out.writeNumberField(
        "progressiveIdleSecondsPerConnect", lately.progressiveIdleSecondsPerConnect());
    out.writeArrayFieldStart("results");
    for (int minutes : MINUTES) {
      CarrierResults results = live.last(minutes, nowMicros);
      out.writeStartObject();
      out.writeNumberField("minutes", minutes);
      out.writeNumberField("dialled", results.dialled());
      out.writeNumberField("answered", results.answered());
      out.writeNumberField("connected", results.connected());
      for (Map.Entry<AttemptOutcome, Long> each : results.ended().entrySet()) {
        out.writeNumberField(BoardJson.word(each.getKey()), each.getValue());
      }
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void notes(JsonGenerator out, CampaignLive live) throws IOException {
    out.writeArrayFieldStart("pacing");
    for (PacingNote note : live.notes()) {
      out.writeStartObject();
      out.writeNumberField("atMillis", note.atMicros() / MICROS_PER_MILLI);
      out.writeNumberField("sequence", note.sequence());
      out.writeStringField("words", note.words());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
