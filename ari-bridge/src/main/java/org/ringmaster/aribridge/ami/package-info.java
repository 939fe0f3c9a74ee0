// SPDX-License-Identifier: Apache-2.0
/**
 * Owns what AMI tells and ARI does not: which telephones and trunks are there, reloads, a far
 * node's channel event log. It never takes part in a call and may be away at any time.
 */
@NullMarked
package org.ringmaster.aribridge.ami;

import org.jspecify.annotations.NullMarked;
