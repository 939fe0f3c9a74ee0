// SPDX-License-Identifier: Apache-2.0
/**
 * Owns short, seeded days on which everything goes wrong, and the judge who compares the books with
 * the truth. It never touches a real Asterisk, a real disk or a real clock.
 */
@NullMarked
package org.ringmaster.bench.chaos;

import org.jspecify.annotations.NullMarked;
