// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.jspecify.annotations.Nullable;

/**
 * A leg that was gone when we looked, while CEL has not yet told how it ended.
 *
 * @param lastOf the call that ended with it
 */
record UnseenEnd(LegId leg, NodeId node, @Nullable CallId lastOf) {}
