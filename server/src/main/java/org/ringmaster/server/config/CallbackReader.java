// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.calendar.CalendarId;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.callback.CallbackMode;
import org.ringmaster.core.callback.CallbackPlan;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueId;

/** Makes of a file without findings how queues call back. */
final class CallbackReader {

  private final Branch root;

  CallbackReader(Branch root) {
    this.root = root;
  }

  List<CallbackPlan> plans() {
    List<CallbackPlan> plans = new ArrayList<>();
    root.branch("queues")
        .entries()
        .forEach(
            (queue, keys) ->
                keys.givenBranch("callback").ifPresent(found -> plans.add(plan(queue, found))));
    return plans;
  }

  private CallbackPlan plan(String queue, Branch keys) {
    return new CallbackPlan(
        new QueueId(queue),
        CallbackMode.valueOf(keys.text("mode").toUpperCase(Locale.ROOT).replace('-', '_')),
        new TrunkId(keys.text("trunk")),
        hours(queue, keys),
        keys.wholeInt("tries"),
        keys.whole("retry"),
        keys.whole("timeout"),
        keys.whole("expire"),
        keys.wholeInt("early"),
        Personal.ofNullable(keys.textOrNull("callerid")),
        prompts(keys, "confirmprompts", "vm-num-i-have", "vm-tocallnum", "vm-calldiffnum"),
        prompts(keys, "numberprompts", "vm-enter-num-to-call", "vm-then-pound"),
        prompts(keys, "takenprompts", "auth-thankyou", "vm-goodbye"),
        keys.list("answerprompts", Prompt.class),
        NumberSpellings.rule(root.textOrNull("region")));
  }

  private @Nullable CalendarId hours(String queue, Branch keys) {
    String named = keys.textOrNull("hours");
    if (named != null) {
      return new CalendarId(named);
    }
    Set<String> hours = new LinkedHashSet<>();
    for (Branch number : root.branch("numbers").entries().values()) {
      if (number.text("queue").equals(queue)) {
        String own = number.textOrNull("hours");
        hours.add(own == null ? "" : own);
      }
    }
    String only = hours.size() == 1 ? hours.iterator().next() : "";
    return only.isEmpty() ? null : new CalendarId(only);
  }

  private static List<Prompt> prompts(Branch keys, String key, String... usual) {
    List<Prompt> given = keys.list(key, Prompt.class);
    if (!given.isEmpty()) {
      return given;
    }
    List<Prompt> prompts = new ArrayList<>();
    for (String sound : usual) {
      prompts.add(Prompt.sound(sound));
    }
    return prompts;
  }
}
