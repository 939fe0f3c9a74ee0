// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.desk;

import org.ringmaster.core.kernel.Fact;

/** What a contact can have been, from now on. */
public record DispositionsConfigured(Dispositions dispositions) implements Fact {}
