// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.call.Attestation;
import org.ringmaster.dialer.campaign.CampaignPlan;
import org.ringmaster.server.config.Configuration;
import org.ringmaster.server.config.TrunkSettings;

/**
 * Whether campaigns of the United States go by carriers that vouch for the numbers they show.
 * Telephones there may show calls that are signed with less than A as unwanted; what a law asks for
 * is not verified.
 */
final class AttestationCheck {

  /** The presets of places where calls are signed. */
  private static final List<String> SIGNED = List.of("ftc-sales", "us-states");

  private AttestationCheck() {}

  /** One for each campaign that shows numbers for which nobody vouches. */
  static List<Check> checks(Configuration configuration) {
    List<Check> checks = new ArrayList<>();
    for (CampaignPlan plan : configuration.campaigns()) {
      String law = signed(plan);
      TrunkSettings trunk = trunk(configuration, plan);
      if (law == null || trunk == null || trunk.trunk().attestation() == Attestation.A) {
        continue;
      }
      Attestation told = trunk.trunk().attestation();
      checks.add(
          Check.warn(
              "attestation " + plan.id(),
              "names law %s, and its trunk %s %s"
                  .formatted(
                      law,
                      trunk.name(),
                      told == null
                          ? "does not say how it signs calls (STIR/SHAKEN)"
                          : "signs calls with " + told + " only (STIR/SHAKEN)"),
              "ask the carrier for attestation A of the numbers that are shown, and write"
                  + " attestation: A at the trunk; not verified against the law"));
    }
    return checks;
  }

  private static @Nullable String signed(CampaignPlan plan) {
    for (String law : plan.laws()) {
      String name = law.split(" ", 2)[0];
      if (SIGNED.contains(name)) {
        return name;
      }
    }
    return null;
  }

  private static @Nullable TrunkSettings trunk(Configuration configuration, CampaignPlan plan) {
    for (TrunkSettings trunk : configuration.trunks()) {
      if (trunk.trunk().id().equals(plan.trunk())) {
        return trunk;
      }
    }
    return null;
  }
}
