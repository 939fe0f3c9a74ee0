// SPDX-License-Identifier: Apache-2.0
/** Tests of what is recorded of one call. Never of how a node does it. */
@NullMarked
package org.ringmaster.core.recording;

import org.jspecify.annotations.NullMarked;
