// SPDX-License-Identifier: Apache-2.0
/** Tests that the simulated Asterisk tells what the real one tells. Never compares times. */
@NullMarked
package org.ringmaster.server.reality;

import org.jspecify.annotations.NullMarked;
