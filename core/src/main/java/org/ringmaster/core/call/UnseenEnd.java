// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.jspecify.annotations.Nullable;

/**
 * A leg that was gone when we looked, while CEL has not yet told how it ended.
 *
 * @param lastOf the call that ended with it
 * @param bookedAtMicros when its end was booked; one that ended later had only left us
 */
record UnseenEnd(LegId leg, NodeId node, @Nullable CallId lastOf, long bookedAtMicros) {}
