// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the rehearsal after a build: the whole platform with an Asterisk that only pretends, so that
 * the JVM can keep what it learns of the code for the starts to come. It never measures anything.
 */
@NullMarked
package org.ringmaster.bench.rehearsal;

import org.jspecify.annotations.NullMarked;
