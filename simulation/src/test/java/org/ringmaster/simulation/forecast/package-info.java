// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ringmaster.simulation.forecast;

import org.jspecify.annotations.NullMarked;
