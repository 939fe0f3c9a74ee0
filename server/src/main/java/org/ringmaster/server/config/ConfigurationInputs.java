// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.time.ZoneId;
import java.util.List;
import org.ringmaster.core.agent.AgentInput;
import org.ringmaster.core.agent.PauseReasons;
import org.ringmaster.core.call.CallInput;
import org.ringmaster.core.callback.CallbackInput;
import org.ringmaster.core.desk.DeskInput;
import org.ringmaster.core.desk.Dispositions;
import org.ringmaster.core.journey.JourneyInput;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.core.queue.QueueInput;
import org.ringmaster.core.recording.RecordingInput;
import org.ringmaster.core.supervision.SupervisionInput;
import org.ringmaster.core.talk.TalkInput;
import org.ringmaster.core.voicemail.VoicemailInput;
import org.ringmaster.dialer.campaign.CampaignInput;

/**
 * How a configuration enters the kernel: as inputs, which compare it with what was there before.
 */
public final class ConfigurationInputs {
  private ConfigurationInputs() {}

  /** The inputs, in the order in which they must be offered: what is named comes before its use. */
  public static List<Input> of(Configuration configuration) {
    return List.of(
        new CallInput.TrunksRead(
            configuration.trunks().stream().map(TrunkSettings::trunk).toList()),
        new CallInput.TelephonesRead(
            configuration.telephones().stream().map(TelephoneSettings::telephone).toList()),
        new AgentInput.PauseReasonsRead(
            new PauseReasons(
                configuration.pauseReasons().stream()
                    .map(one -> new PauseReasons.Code(one.reason(), one.digit(), one.limit()))
                    .toList(),
                configuration.pauseTakesBack(),
                ZoneId.systemDefault().getId())),
        new QueueInput.CalendarsRead(configuration.calendars()),
        new AgentInput.AgentsRead(configuration.agents()),
        new QueueInput.QueuesRead(configuration.queues()),
        new QueueInput.NumbersRead(configuration.numbers()),
        new TalkInput.RulesRead(configuration.transfers()),
        new DeskInput.DispositionsRead(
            new Dispositions(
                configuration.dispositions().stream()
                    .map(DispositionSettings::disposition)
                    .toList(),
                configuration.dispositionRules())),
        new CallbackInput.PlansRead(configuration.callbacks()),
        new VoicemailInput.PlansRead(configuration.voicemails()),
        new SupervisionInput.PolicyRead(configuration.supervision()),
        new RecordingInput.RulesRead(configuration.recording().rules()),
        new JourneyInput.RememberRead(configuration.journey().rememberMillis()),
        new CampaignInput.PlansRead(configuration.campaigns()));
  }
}
