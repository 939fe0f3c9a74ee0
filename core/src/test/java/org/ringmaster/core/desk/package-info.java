// SPDX-License-Identifier: Apache-2.0
/** Tests of what people do on the agents' pages. Never of how it is shown. */
@NullMarked
package org.ringmaster.core.desk;

import org.jspecify.annotations.NullMarked;
