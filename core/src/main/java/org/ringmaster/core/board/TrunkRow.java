// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.board;

import org.ringmaster.core.call.Trunk;
import org.ringmaster.core.call.TrunkSight;

/**
 * A trunk as it is used now.
 *
 * @param legsIn live legs that came through it
 * @param legsOut live legs that leave, or try to leave, through it
 * @param node whether its node is seen
 * @param sight whether its carrier answers and knows us
 */
public record TrunkRow(
    Trunk trunk, int legsIn, int legsOut, NodeRow.Sight node, TrunkSight sight) {}
