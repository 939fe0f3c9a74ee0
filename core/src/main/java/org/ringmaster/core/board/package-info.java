// SPDX-License-Identifier: Apache-2.0
/**
 * Owns live readings: boards that fold the facts into what people look at now. Never decides, and
 * never holds anything that cannot be had again from the facts.
 */
@NullMarked
package org.ringmaster.core.board;

import org.jspecify.annotations.NullMarked;
