// SPDX-License-Identifier: Apache-2.0
/** Tests of the live stream over real sockets. Never of the pages that show it. */
@NullMarked
package org.ringmaster.server.live;

import org.jspecify.annotations.NullMarked;
