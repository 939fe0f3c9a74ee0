// SPDX-License-Identifier: Apache-2.0
/** Tests of what people do on the wallboards. Never of how it is shown. */
@NullMarked
package org.ringmaster.core.wall;

import org.jspecify.annotations.NullMarked;
