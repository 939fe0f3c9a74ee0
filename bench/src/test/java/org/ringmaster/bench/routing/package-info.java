// SPDX-License-Identifier: Apache-2.0
/** A free agent and the next caller, beside app_queue in the lab. */
@org.jspecify.annotations.NullMarked
package org.ringmaster.bench.routing;
