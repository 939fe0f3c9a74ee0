// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** A leg that was gone when we looked, while CEL has not yet told how it ended. */
record UnseenEnd(LegId leg, NodeId node) {}
