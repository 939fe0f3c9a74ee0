// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ringmaster.dialer.callerid;

import org.jspecify.annotations.NullMarked;
