// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ringmaster.bench.dials;

import org.jspecify.annotations.NullMarked;
