// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ringmaster.bench.campaign;

import org.jspecify.annotations.NullMarked;
