// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.callback.CallbackMode;
import org.ringmaster.core.callback.CallbackPlan;
import org.ringmaster.core.callback.NumberRule;
import org.ringmaster.core.queue.QueueId;

/**
 * How a queue calls back: the customer is dialled first, three times with a minute between, rung 40
 * s, within an hour.
 */
public final class ScenarioCallback {
  private final String queue;
  private CallbackMode mode = CallbackMode.CUSTOMER_FIRST;
  private String trunk = "carrier";
  private @Nullable CalendarId hours;
  private long retryMillis = 60_000;
  private List<Prompt> answerPrompts = List.of();

  private ScenarioCallback(String queue) {
    this.queue = queue;
  }

  public static ScenarioCallback of(String queue) {
    return new ScenarioCallback(queue);
  }

  public ScenarioCallback through(String name) {
    trunk = name;
    return this;
  }

  public ScenarioCallback agentFirst() {
    mode = CallbackMode.AGENT_FIRST;
    return this;
  }

  public ScenarioCallback hours(String calendar) {
    hours = new CalendarId(calendar);
    return this;
  }

  public ScenarioCallback retrySeconds(int seconds) {
    retryMillis = seconds * 1_000L;
    return this;
  }

  public ScenarioCallback askingForOne() {
    answerPrompts = List.of(Prompt.sound("press-one"));
    return this;
  }

  CallbackPlan make() {
    return new CallbackPlan(
        new QueueId(queue),
        mode,
        new TrunkId(trunk),
        hours,
        3,
        retryMillis,
        40_000,
        3_600_000,
        1,
        null,
        List.of(Prompt.sound("your-number"), Prompt.sound("press-one-or-two")),
        List.of(Prompt.sound("type-number")),
        List.of(Prompt.sound("we-call-back")),
        answerPrompts,
        new NumberRule("49", "00", "0"));
  }
}
