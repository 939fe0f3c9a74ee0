// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.supervision;

import org.ringmaster.core.kernel.Fact;

/** From here on supervision is done so. */
public record SupervisionPolicySet(SupervisionPolicy policy) implements Fact {}
