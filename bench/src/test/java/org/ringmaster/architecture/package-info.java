// SPDX-License-Identifier: Apache-2.0
/**
 * Holds the rules of the architecture as tests over the compiled classes of all modules. Never
 * tests behaviour.
 */
@NullMarked
package org.ringmaster.architecture;

import org.jspecify.annotations.NullMarked;
