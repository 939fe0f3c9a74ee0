// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ringmaster.bench.forecast;

import org.jspecify.annotations.NullMarked;
