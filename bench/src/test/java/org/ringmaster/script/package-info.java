// SPDX-License-Identifier: Apache-2.0
/**
 * Looks at {@code ./ringmaster} as its callers do, in a throw-away checkout with stand-ins for
 * Maven, Java and what must be installed. Never builds, and never starts the platform.
 */
@NullMarked
package org.ringmaster.script;

import org.jspecify.annotations.NullMarked;
