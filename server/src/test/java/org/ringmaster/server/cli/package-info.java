// SPDX-License-Identifier: Apache-2.0
/** Tests of the command line. Never start a platform. */
@NullMarked
package org.ringmaster.server.cli;

import org.jspecify.annotations.NullMarked;
