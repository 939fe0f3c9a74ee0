// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

import org.ringmaster.core.call.CallId;
import org.ringmaster.core.queue.QueueId;

/**
 * How one live call is recorded, whatever its queue says of its calls. Immutable.
 *
 * @param queue for which it must be talked; another queue has its own say
 * @param by who says so, for people
 */
record OwnPolicy(CallId call, QueueId queue, RecordingPolicy policy, String by) {}
