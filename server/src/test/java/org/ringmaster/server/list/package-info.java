// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ringmaster.server.list;

import org.jspecify.annotations.NullMarked;
