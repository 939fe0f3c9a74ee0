// SPDX-License-Identifier: Apache-2.0
/**
 * Owns what people set on wallboards: thresholds, who has muted an alarm for how long, and the
 * links by which a wall looks. Never decides whether there is an alarm: those who show it do.
 */
@NullMarked
package org.ringmaster.core.wall;

import org.jspecify.annotations.NullMarked;
