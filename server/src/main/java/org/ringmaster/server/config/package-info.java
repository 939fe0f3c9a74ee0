// SPDX-License-Identifier: Apache-2.0
/**
 * Owns {@code ringmaster.yaml}: its keys, its reading with line and column, and what it means as
 * records and as inputs of the kernel. Never starts, opens or connects anything.
 */
@NullMarked
package org.ringmaster.server.config;

import org.jspecify.annotations.NullMarked;
