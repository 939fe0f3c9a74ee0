// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import java.util.List;
import org.ringmaster.core.routing.Candidate;
import org.ringmaster.core.routing.RoutingMoment;

/**
 * Those who are to be rung for somebody who waits.
 *
 * @param free who could be
 * @param chosen whom the queue's rule chooses of these; never empty
 */
record Prospect(
    QueueEntry entry,
    Queue queue,
    List<Candidate> free,
    RoutingMoment moment,
    List<Candidate> chosen) {}
