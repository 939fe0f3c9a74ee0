// SPDX-License-Identifier: Apache-2.0
/**
 * Owns how a sheet of a spreadsheet (XLSX) becomes rows of CSV: as a stream, in constant memory,
 * and whatever is in the file. Never judges what is in a cell: that is {@code load}'s. Works on any
 * thread but the kernel's.
 */
@NullMarked
package org.ringmaster.dialer.sheet;

import org.jspecify.annotations.NullMarked;
