// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** A recording under way. */
record Recording(RecordingId id, NodeId node, BridgeId bridge, CallId call) {}
