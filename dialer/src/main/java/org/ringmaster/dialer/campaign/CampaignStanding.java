// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.List;
import java.util.Map;
import org.ringmaster.core.journey.IdentityId;

/**
 * How a campaign stood at one moment, whole: what a forecast begins with. Any thread may read it;
 * nobody may tell the experience anything.
 *
 * @param limit what kept it from dialling more
 * @param lists its lists, oldest first
 * @param experience what its calls have come to
 * @param learnt what its pacer had learnt, for one that is made of the same plan
 * @param ledger what was abandoned in the windows of the laws, as its ledger tells it
 * @param screening what detectors and agents said of machines, as its ledger tells it
 * @param dials when each number was dialled within the last 24 hours by any campaign, epoch
 *     microseconds, oldest first
 * @param spent what its calls have cost
 */
public record CampaignStanding(
    CampaignPlan plan,
    CampaignState state,
    DialLimit limit,
    List<ListStanding> lists,
    Experience experience,
    List<Double> learnt,
    List<Long> ledger,
    List<Long> screening,
    Map<IdentityId, List<Long>> dials,
    SpendFigures spent) {}
