// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.wall;

import org.ringmaster.core.board.QueueRow;
import org.ringmaster.core.wall.Alarm;

/** A queue as it stands now, and how that is beside its thresholds. */
public record QueueSight(QueueRow row, Alarm alarm) {}
