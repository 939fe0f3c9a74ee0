// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.queue;

/** What the file says of a queue that supervisors have changed for a while. */
record Filed(Queue queue) {}
