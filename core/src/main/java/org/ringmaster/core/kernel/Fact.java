// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

/**
 * Something we decided is true. Always a record, journaled, and the only thing that changes state.
 */
public interface Fact {}
