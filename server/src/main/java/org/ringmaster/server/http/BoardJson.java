// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.Agent;
import org.ringmaster.core.agent.AgentState;
import org.ringmaster.core.board.AgentRow;
import org.ringmaster.core.board.CallRow;
import org.ringmaster.core.board.Explanation;
import org.ringmaster.core.board.LadderStep;
import org.ringmaster.core.board.NodeRow;
import org.ringmaster.core.board.QueueDay;
import org.ringmaster.core.board.QueueRow;
import org.ringmaster.core.board.TelephoneRow;
import org.ringmaster.core.board.TrunkRow;
import org.ringmaster.core.call.Attestation;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.Door;
import org.ringmaster.core.queue.EstimatedWait;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.core.talk.Talk;
import org.ringmaster.core.talk.Third;
import org.ringmaster.core.wall.Alarm;
import org.ringmaster.core.wall.AlarmCause;
import org.ringmaster.server.wall.QueueSight;

/**
 * Rows of the boards as JSON, the same for API and live pages. Instants are epoch milliseconds, a
 * state is its word in lower case.
 */
public final class BoardJson {

  private static final long MICROS_PER_MILLI = 1_000;

  private BoardJson() {}

  /** A constant as its word: {@code ON_CALL} is {@code on-call}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A queue with its alarm, and with what it has counted today. */
  public static void queue(JsonGenerator out, QueueSight sight, LocalDate today)
      throws IOException {
    QueueRow row = sight.row();
    out.writeStartObject();
    out.writeStringField("id", row.queue().id().value());
    out.writeStringField("name", row.queue().name());
    out.writeStringField("strategy", word(row.queue().strategy()));
    out.writeNumberField("waiting", row.waiting());
    instant(out, "longestWaitingSinceMillis", row.longestSinceMicros());
    expected(out, row.expected());
    Double pressure = row.pressure();
    if (pressure == null) {
      out.writeNullField("pressure");
    } else {
      out.writeNumberField("pressure", Math.round(pressure * 100) / 100.0);
    }
    out.writeNumberField("reserve", row.kept());
    out.writeNumberField("callbacks", row.callbacks());
    instant(out, "oldestCallbackSinceMillis", row.oldestCallbackMicros());
    out.writeNumberField("messages", row.messages());
    out.writeNumberField("talking", row.talking());
    out.writeObjectFieldStart("agents");
    for (Map.Entry<AgentState, Integer> state : row.agents().entrySet()) {
      out.writeNumberField(word(state.getKey()), state.getValue());
    }
    out.writeEndObject();
    QueueDay day = row.on(today);
    out.writeObjectFieldStart("today");
    out.writeNumberField("joined", day.joined());
    out.writeNumberField("answered", day.answered());
    out.writeNumberField("answeredInTime", day.answeredInTime());
    out.writeNumberField("abandoned", day.abandoned());
    out.writeNumberField("abandonedShort", day.abandonedShort());
    out.writeNumberField("overflowed", day.overflowed());
    out.writeNumberField(
        "averageWaitMillis",
        day.callersAnswered() == 0
            ? 0
            : day.callersWaitMicros() / day.callersAnswered() / MICROS_PER_MILLI);
    out.writeNumberField("foreseen", day.judged());
    out.writeNumberField("foreseenWithin", day.judgedWithin());
    out.writeNumberField("handled", day.handled());
    out.writeNumberField(
        "averageHandleMillis",
        day.handled() == 0 ? 0 : day.handleMicros() / day.handled() / MICROS_PER_MILLI);
    out.writeObjectFieldStart("dialled");
    out.writeNumberField("joined", day.dialled());
    out.writeNumberField("answered", day.dialledAnswered());
    out.writeNumberField("answeredInTime", day.dialledInTime());
    out.writeNumberField("abandoned", day.dialledAbandoned());
    out.writeNumberField("abandonedShort", day.dialledShort());
    out.writeEndObject();
    if (day.counted() > 0) {
      out.writeNumberField("serviceLevel", day.serviceLevel());
    } else {
      out.writeNullField("serviceLevel");
    }
    out.writeEndObject();
    out.writeNumberField("serviceLevelMillis", row.queue().serviceLevelMillis());
    alarm(out, sight.alarm());
    door(out, sight.door());
    out.writeEndObject();
  }

  /** How a supervisor has set the door; null where the queue goes by its calendar. */
  private static void door(JsonGenerator out, @Nullable Door door) throws IOException {
    if (door == null) {
      out.writeNullField("door");
      return;
    }
    out.writeObjectFieldStart("door");
    out.writeBooleanField("open", door.isOpen());
    instant(out, "untilMillis", door.untilMicros());
    out.writeEndObject();
  }

  private static void alarm(JsonGenerator out, Alarm alarm) throws IOException {
    AlarmCause cause = alarm.cause();
    out.writeObjectFieldStart("alarm");
    out.writeStringField("level", word(alarm.level()));
    out.writeStringField("cause", cause == null ? null : word(cause));
    instant(out, "sinceMillis", cause == null ? 0 : alarm.sinceMicros());
    out.writeEndObject();
  }

  /** How long who joins now will wait: half of them no longer, four in five no longer. */
  private static void expected(JsonGenerator out, @Nullable EstimatedWait wait) throws IOException {
    out.writeFieldName("expectedWaitSeconds");
    if (wait == null) {
      out.writeNull();
    } else {
      out.writeStartObject();
      out.writeNumberField("p50", Math.ceil(wait.quantileSeconds(0.5)));
      out.writeNumberField("p80", Math.ceil(wait.quantileSeconds(0.8)));
      out.writeEndObject();
    }
  }

  /** An agent. */
  public static void agent(JsonGenerator out, AgentRow row) throws IOException {
    Agent agent = row.agent();
    out.writeStartObject();
    out.writeStringField("id", agent.id().value());
    out.writeStringField("name", text(row.profile().name()));
    out.writeStringField("state", word(agent.state()));
    instant(out, "sinceMillis", agent.sinceMicros());
    out.writeStringField("telephone", value(agent.telephone()));
    out.writeStringField("reason", value(agent.reason()));
    out.writeStringField("pauseAsked", value(agent.pauseAsked()));
    out.writeBooleanField("logoutAsked", agent.signOutAsked());
    instant(
        out,
        "wrapUpUntilMillis",
        agent.state() == AgentState.WRAP_UP ? agent.wrapUpUntilMicros() : 0);
    out.writeBooleanField("owes", row.owes());
    out.writeNumberField("extensions", row.extensions());
    out.writeStringField("call", value(row.call()));
    talk(out, row);
    out.writeArrayFieldStart("queues");
    for (QueueId queue : row.queues()) {
      out.writeString(queue.value());
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** What an agent does with the call in hand; null where they only talk, or have none. */
  private static void talk(JsonGenerator out, AgentRow row) throws IOException {
    Talk talk = row.talk();
    if (talk == null) {
      out.writeNullField("talk");
      return;
    }
    Third third = talk.third();
    out.writeObjectFieldStart("talk");
    out.writeStringField("state", word(talk.state()));
    instant(out, "sinceMillis", talk.sinceMicros());
    out.writeBooleanField("leads", row.agent().id().equals(talk.agent()));
    out.writeBooleanField("byTelephone", talk.byTelephone());
    out.writeStringField("with", third == null ? null : value(third.agent()));
    out.writeBooleanField("withNumber", third != null && third.agent() == null);
    out.writeEndObject();
  }

  /** A trunk. */
  public static void trunk(JsonGenerator out, TrunkRow row) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", row.trunk().id().value());
    out.writeStringField("node", row.trunk().node().value());
    out.writeStringField("nodeState", word(row.node()));
    out.writeNumberField("legsIn", row.legsIn());
    out.writeNumberField("legsOut", row.legsOut());
    out.writeNumberField("maxLegs", row.trunk().maxLegs());
    out.writeNumberField("legsPerSecond", row.trunk().legsPerSecond());
    Attestation attestation = row.trunk().attestation();
    if (attestation != null) {
      out.writeStringField("attestation", attestation.name());
    }
    out.writeStringField("reach", word(row.sight().reach()));
    out.writeStringField("registration", word(row.sight().registration()));
    out.writeEndObject();
  }

  /** A telephone. */
  public static void telephone(JsonGenerator out, TelephoneRow row) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", row.telephone().id().value());
    out.writeStringField("node", row.telephone().node().value());
    out.writeStringField("use", word(row.telephone().use()));
    out.writeStringField("reach", word(row.reach()));
    out.writeBooleanField("engaged", row.engaged());
    out.writeStringField("agent", value(row.agent()));
    out.writeEndObject();
  }

  /** A node. */
  public static void node(JsonGenerator out, NodeRow row) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", row.id().value());
    out.writeStringField("state", word(row.sight()));
    out.writeStringField("version", row.version());
    instant(out, "startedAtMillis", row.startedAtMicros());
    instant(out, "sinceMillis", row.sinceMicros());
    out.writeNumberField("legs", row.legs());
    out.writeEndObject();
  }

  /**
   * A call.
   *
   * @param open whether the caller's number is shown whole, and what an agent's own telephone
   *     dialled; else masked
   * @param names how people read the call's queue
   */
  public static void call(JsonGenerator out, CallRow row, boolean open, QueueNames names)
      throws IOException {
    Personal number = row.callerNumber();
    out.writeStartObject();
    out.writeStringField("id", row.id().value());
    out.writeStringField("node", row.node().value());
    out.writeStringField("direction", word(row.direction()));
    Personal called = row.called();
    out.writeStringField(
        "dialled", called == null ? row.dialled() : open ? called.text() : called.toString());
    out.writeStringField("trunk", value(row.trunk()));
    out.writeStringField(
        "caller", number == null ? null : open ? number.text() : number.toString());
    instant(out, "startedAtMillis", row.startedAtMicros());
    out.writeStringField("stage", word(row.stage()));
    instant(out, "stageSinceMillis", row.stageSinceMicros());
    names.write(out, row.queue());
    out.writeStringField("agent", value(row.agent()));
    out.writeStringField("callerName", open ? text(row.callerName()) : null);
    out.writeStringField("handedBy", value(row.handedBy()));
    if (row.slot() == 0) {
      out.writeNullField("slot");
    } else {
      out.writeNumberField("slot", row.slot());
    }
    out.writeStringField("outcome", row.outcome() == null ? null : word(row.outcome()));
    out.writeEndObject();
  }

  /** A sentence about a call; its instant in epoch microseconds. */
  public static void sentence(JsonGenerator out, Explanation.Sentence sentence) throws IOException {
    out.writeStartObject();
    out.writeNumberField("atMicros", sentence.atMicros());
    out.writeStringField("text", sentence.text());
    out.writeEndObject();
  }

  /** A step of a call's ladder; its instant in epoch microseconds. */
  public static void step(JsonGenerator out, LadderStep step) throws IOException {
    out.writeStartObject();
    out.writeNumberField("input", step.inputSequence());
    out.writeNumberField("sequence", step.sequence());
    out.writeStringField("kind", word(step.kind()));
    out.writeNumberField("atMicros", step.atMicros());
    if (step.latencyMicros() < 0) {
      out.writeNullField("latencyMicros");
    } else {
      out.writeNumberField("latencyMicros", step.latencyMicros());
    }
    out.writeStringField("name", step.name());
    out.writeStringField("detail", step.detail());
    out.writeEndObject();
  }

  private static void instant(JsonGenerator out, String name, long micros) throws IOException {
    if (micros == 0) {
      out.writeNullField(name);
    } else {
      out.writeNumberField(name, micros / MICROS_PER_MILLI);
    }
  }

  private static @Nullable String value(@Nullable Record id) {
    return id == null ? null : id.toString();
  }

  private static @Nullable String text(@Nullable Personal personal) {
    return personal == null ? null : personal.text();
  }
}
