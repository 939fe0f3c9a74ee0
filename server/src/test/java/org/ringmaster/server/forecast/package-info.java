// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ringmaster.server.forecast;

import org.jspecify.annotations.NullMarked;
