// SPDX-License-Identifier: Apache-2.0
/**
 * Owns a contact centre for tests: the real deciders on a clock of its own beside a small faithful
 * Asterisk, and the field's words to tell a scenario in. Never judges timing or the network.
 */
@NullMarked
package org.ringmaster.core.testing;

import org.jspecify.annotations.NullMarked;
