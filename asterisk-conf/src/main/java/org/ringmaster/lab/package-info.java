// SPDX-License-Identifier: Apache-2.0
/**
 * Owns the lab: a private Asterisk 22 in a Debian tree of its own, and a simulated outside world of
 * carriers, callers and telephones to try Ringmaster against. It never touches an Asterisk it did
 * not start and never mounts anything on the host.
 */
@NullMarked
package org.ringmaster.lab;

import org.jspecify.annotations.NullMarked;
