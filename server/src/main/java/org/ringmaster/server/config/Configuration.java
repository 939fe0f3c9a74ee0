// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.AgentProfile;
import org.ringmaster.core.calendar.Calendar;
import org.ringmaster.core.callback.CallbackPlan;
import org.ringmaster.core.desk.DispositionRule;
import org.ringmaster.core.queue.InboundNumber;
import org.ringmaster.core.queue.Queue;
import org.ringmaster.core.supervision.SupervisionPolicy;
import org.ringmaster.core.talk.TalkRules;
import org.ringmaster.core.voicemail.VoicemailPlan;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.dialer.load.PostalZones;

/**
 * What {@code ringmaster.yaml} says, whole and consistent: every name that is used exists. Lists
 * are in the file's order.
 *
 * @param region the country we are in, such as {@code DE}; null where it is not said
 * @param pauseTakesBack whether a pause takes back the call for which a telephone rings
 * @param postalZones where the postal codes of leads are; without a table nothing is in it
 * @param dispositionRules what agents must say of the contacts of some queues
 */
public record Configuration(
    List<NodeSettings> nodes,
    List<TrunkSettings> trunks,
    List<TelephoneSettings> telephones,
    List<AgentProfile> agents,
    List<PauseReasonSettings> pauseReasons,
    List<Queue> queues,
    List<Calendar> calendars,
    List<InboundNumber> numbers,
    List<UserSettings> users,
    CellSettings cell,
    JournalSettings journal,
    JourneySettings journey,
    StoreSettings store,
    QueueLogSettings queueLog,
    HttpSettings http,
    List<DispositionSettings> dispositions,
    List<CallbackPlan> callbacks,
    @Nullable String region,
    TalkRules transfers,
    SupervisionPolicy supervision,
    RecordingSettings recording,
    List<VoicemailPlan> voicemails,
    boolean pauseTakesBack,
    List<DispositionRule> dispositionRules,
    List<CampaignPlan> campaigns,
    PostalZones postalZones) {

  /** Copies the lists. */
  public Configuration {
    nodes = List.copyOf(nodes);
    trunks = List.copyOf(trunks);
    telephones = List.copyOf(telephones);
    agents = List.copyOf(agents);
    pauseReasons = List.copyOf(pauseReasons);
    queues = List.copyOf(queues);
    calendars = List.copyOf(calendars);
    numbers = List.copyOf(numbers);
    users = List.copyOf(users);
    dispositions = List.copyOf(dispositions);
    callbacks = List.copyOf(callbacks);
    voicemails = List.copyOf(voicemails);
    dispositionRules = List.copyOf(dispositionRules);
    campaigns = List.copyOf(campaigns);
  }
}
