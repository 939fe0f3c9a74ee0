// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

/**
 * What one column of a file is.
 *
 * @param name from the header, or {@code column 3} where there is none
 * @param order among the number columns, from 1: in which order a lead's numbers are tried; else 0
 */
public record MappedColumn(String name, ColumnUse use, int order) {}
