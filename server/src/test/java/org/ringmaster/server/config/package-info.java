// SPDX-License-Identifier: Apache-2.0
/** Tests of the configuration. Never start a platform. */
@NullMarked
package org.ringmaster.server.config;

import org.jspecify.annotations.NullMarked;
