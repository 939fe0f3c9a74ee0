// SPDX-License-Identifier: Apache-2.0
/**
 * Owns what a wallboard shows beside the boards: alarms, and the seal of the links by which a wall
 * looks. Never sets anything: what people set goes to the kernel as an input.
 */
@NullMarked
package org.ringmaster.server.wall;

import org.jspecify.annotations.NullMarked;
