// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import org.jspecify.annotations.Nullable;

/**
 * A bridge as it stands now.
 *
 * @param call the call it joins; null for a room that is shared
 * @param musicClass what is heard in a waiting room; null for silence
 * @param openedAtMicros when it was asked for, epoch microseconds
 */
public record Bridge(
    BridgeId id,
    NodeId node,
    BridgeKind kind,
    @Nullable CallId call,
    @Nullable String musicClass,
    long openedAtMicros) {}
