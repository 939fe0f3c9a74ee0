// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.file;

import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.NodeId;
import org.ringmaster.core.call.RecordingId;

/**
 * A file that lies on a node and is not kept here yet.
 *
 * @param expiresMicros until when it is to be kept, epoch microseconds; 0 for ever
 * @param tries how often fetching it has failed
 * @param absences how often its node has said that it has no such file, at times far enough apart
 * @param absentAtMicros when it last did, epoch microseconds; 0 for never
 */
public record WantedFile(
    RecordingId file,
    NodeId node,
    CallId call,
    long expiresMicros,
    int tries,
    int absences,
    long absentAtMicros) {

  WantedFile failed(int times) {
    return new WantedFile(file, node, call, expiresMicros, times, absences, absentAtMicros);
  }

  WantedFile absent(long atMicros) {
    return new WantedFile(file, node, call, expiresMicros, tries, absences + 1, atMicros);
  }
}
