// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ringmaster.bench.pacing;

import org.jspecify.annotations.NullMarked;
