// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.util.List;
import org.ringmaster.core.queue.QueueId;
import org.ringmaster.dialer.list.ListId;

/**
 * A campaign as it stands now.
 *
 * @param limit what keeps it from dialling more
 * @param level its lines for each agent at work, at the last dialling
 * @param stopped whether all dialling is stopped by hand
 */
public record CampaignRow(
    CampaignId id,
    QueueId queue,
    CampaignMode mode,
    CampaignState state,
    DialLimit limit,
    CampaignBooks.Numbers numbers,
    double level,
    boolean stopped,
    List<ListId> lists) {}
