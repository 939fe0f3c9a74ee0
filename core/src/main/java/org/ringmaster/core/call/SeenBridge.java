// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.List;

/** A bridge as a node lists it, with the legs in it. */
public record SeenBridge(BridgeId bridge, List<LegId> legs) {}
