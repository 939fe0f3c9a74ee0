// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

/** Names a campaign, as the configuration does. */
public record CampaignId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
