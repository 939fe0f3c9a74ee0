// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journey;

import org.ringmaster.core.kernel.OwnEntity;

/** Whose an address is. The address itself is only in the fact and the store. */
public record Identity(IdentityId id, CustomerId customer) implements OwnEntity {}
