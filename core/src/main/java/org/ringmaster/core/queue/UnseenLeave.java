// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

import org.jspecify.annotations.Nullable;
import org.ringmaster.core.agent.OfferId;
import org.ringmaster.core.call.LegId;

/**
 * A caller who was gone when we looked, while CEL has not yet told when they went.
 *
 * @param talk the agent's part in the talk that ended with it; null where they waited
 * @param bookedAtMicros when that was booked; a caller whose leg ended later had only left us
 */
record UnseenLeave(LegId leg, EntryId entry, @Nullable OfferId talk, long bookedAtMicros) {}
