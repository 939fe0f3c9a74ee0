// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import org.ringmaster.server.config.ValueType.Section;

/** All keys of {@code ringmaster.yaml}, in the order in which they are explained. */
public final class ConfigurationKeys {
  /** The whole file. */
  public static final Section ROOT =
      Section.of(
          TelephonyKeys.NODES,
          TelephonyKeys.TRUNKS,
          TelephonyKeys.CURRENCY,
          TelephonyKeys.TELEPHONES,
          WorkKeys.AGENTS,
          WorkKeys.PAUSE_REASONS,
          WorkKeys.PAUSE_RINGING,
          WorkKeys.DISPOSITIONS,
          WorkKeys.QUEUES,
          WorkKeys.CALENDARS,
          WorkKeys.NUMBERS,
          CampaignKeys.CAMPAIGNS,
          CallerIdKeys.CALLER_IDS,
          WorkKeys.REGION,
          WorkKeys.ZONES,
          TransferKeys.TRANSFERS,
          WorkKeys.SUPERVISION,
          RecordingKeys.RECORDING,
          PlatformKeys.USERS,
          PlatformKeys.CELL,
          PlatformKeys.JOURNAL,
          PlatformKeys.JOURNEY,
          PlatformKeys.STORE,
          PlatformKeys.QUEUE_LOG,
          PlatformKeys.HTTP);

  private ConfigurationKeys() {}
}
