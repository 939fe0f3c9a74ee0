// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

/** A column that a projection writes. */
public record StoreColumn(String name, ColumnKind kind) {}
