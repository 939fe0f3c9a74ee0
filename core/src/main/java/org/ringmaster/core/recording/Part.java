// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.recording;

import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.RecordingId;

/** A part of which its node has not said yet that it is over. */
record Part(RecordingId id, CallId call, NodeId node, long keepMillis) {}
