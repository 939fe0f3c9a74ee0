// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** One party alone is being recorded. */
record LegRecording(RecordingId id, NodeId node, LegId leg, CallId call) {}
