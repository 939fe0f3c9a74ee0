// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.core.call.TrunkId;
import org.ringmaster.core.desk.Disposition;
import org.ringmaster.core.kernel.Personal;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.dialer.callerid.CallerIdPick;
import org.ringmaster.dialer.callerid.CallerIdPool;
import org.ringmaster.dialer.campaign.AttemptOutcome;
import org.ringmaster.dialer.campaign.CampaignId;
import org.ringmaster.dialer.campaign.CampaignMode;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.campaign.MachinePolicy;
import org.ringmaster.dialer.campaign.MessageRules;
import org.ringmaster.dialer.campaign.PreviewRules;
import org.ringmaster.dialer.campaign.Recycling;
import org.ringmaster.dialer.campaign.ScreeningPlan;
import org.ringmaster.server.config.ConfigurationReader.Entry;

/** Makes campaigns of a file without findings. */
final class CampaignReader {

  private final Branch root;
  private final QueueReader queues;

  CampaignReader(Branch root, QueueReader queues) {
    this.root = root;
    this.queues = queues;
  }

  CampaignPlan plan(Entry entry) {
    Branch keys = entry.keys();
    CampaignLaws laws = CampaignLaws.of(keys);
    return new CampaignPlan(
        new CampaignId(entry.name()),
        new QueueId(keys.text("queue")),
        new TrunkId(keys.text("trunk")),
        CampaignMode.valueOf(constant(keys.text("mode"))),
        Double.parseDouble(keys.text("ratio")),
        laws.stricter(LawField.MAX_ABANDON, Double.parseDouble(keys.text("maxabandon"))),
        keys.wholeInt("smallteam"),
        keys.wholeInt("maxlines"),
        laws.stricter(LawField.TIMEOUT, keys.whole("timeout")),
        laws.stricter(LawField.TIMEOUT, CampaignPlan.LEAST_RING_MILLIS),
        CampaignPlan.HOLD_MILLIS,
        Personal.ofNullable(keys.textOrNull("callerid")),
        keys.text("prefix"),
        hours(keys.text("hours")),
        keys.wholeInt("tries"),
        (int) laws.stricter(LawField.NUMBER_TRIES, keys.whole("numbertries")),
        laws.stricter(LawField.DROP_LOCK, keys.whole("droplock")),
        laws.resting(recycling(keys.branch("recycling"))),
        keys.list("dropprompts", Prompt.class),
        keys.yes("queueoverflow"),
        callerIds(keys.textOrNull("callerids")),
        screening(keys),
        new PreviewRules(
            keys.whole("previewtime"),
            keys.text("previewend").equals("dial"),
            keys.whole("previewretry")),
        message(keys),
        keys.text("holdfrom").equals("greeting"),
        keys.text("mode").equals("agentless") ? null : keys.textOrNull("optoutkey"),
        keys.textOrNull("dropgroup"),
        laws.names(),
        laws.strictest(LawField.NUMBER_TRIES).isPresent(),
        laws.stricter(LawField.MACHINE_RETRY, 0L),
        laws.first(LawField.HOLD_FROM).isPresent(),
        keys.given("recording").isEmpty() ? null : RecordingReader.policy(keys),
        BoundsReader.bounds(keys, laws, ZoneId.of(hours(keys.text("hours")).zone()))
            .spending(SpendReader.limit(root, keys)));
  }

  private static @Nullable MessageRules message(Branch keys) {
    return keys.text("mode").equals("agentless")
        ? new MessageRules(
            keys.list("message", Prompt.class),
            key(keys, "queuekey"),
            key(keys, "optoutkey"),
            keys.whole("keytime"),
            key(keys, "callbackkey"))
        : null;
  }

  private static String key(Branch keys, String name) {
    String key = keys.textOrNull(name);
    return key == null ? "" : key;
  }

  private @Nullable CallerIdPool callerIds(@Nullable String name) {
    Branch pool = name == null ? null : root.branch("callerids").entries().get(name);
    if (name == null || pool == null) {
      return null;
    }
    return new CallerIdPool(
        name,
        pool.list("numbers", String.class),
        CallerIdPick.valueOf(constant(pool.text("pick"))),
        pool.wholeInt("mostaday"),
        pool.text("prefix"));
  }

  private static @Nullable ScreeningPlan screening(Branch keys) {
    String word = keys.text("screening");
    return word.equals("off")
        ? null
        : new ScreeningPlan(
            MachinePolicy.valueOf(constant(word)),
            keys.text("machinebridged").equals("release"),
            keys.list("machineprompts", Prompt.class),
            Double.parseDouble(keys.text("audit")),
            keys.list("machinecodes", String.class).stream().map(Disposition::new).toList());
  }

  private Calendar hours(String name) {
    Branch calendar = root.branch("calendars").entries().get(name);
    if (calendar == null) {
      throw new IllegalStateException("no calendar " + name);
    }
    return queues.calendar(new Entry(name, calendar));
  }

  private static List<Recycling> recycling(Branch outcomes) {
    // What the file does not name is recycled as usual.
    Map<AttemptOutcome, Recycling> rules = new LinkedHashMap<>();
    CampaignPlan.USUAL_RECYCLING.forEach(rule -> rules.put(rule.outcome(), rule));
    outcomes
        .entries()
        .forEach(
            (name, keys) -> {
              AttemptOutcome outcome = AttemptOutcome.valueOf(constant(name));
              rules.put(
                  outcome, new Recycling(outcome, keys.wholeInt("tries"), keys.whole("retry")));
            });
    return List.copyOf(rules.values());
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
