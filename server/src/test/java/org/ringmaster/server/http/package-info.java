// SPDX-License-Identifier: Apache-2.0
/** Tests of the HTTP side over real sockets. Never of the boards themselves. */
@NullMarked
package org.ringmaster.server.http;

import org.jspecify.annotations.NullMarked;
