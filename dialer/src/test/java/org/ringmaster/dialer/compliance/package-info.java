// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ringmaster.dialer.compliance;

import org.jspecify.annotations.NullMarked;
