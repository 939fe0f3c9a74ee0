// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.list;

/**
 * How many rows were rejected for one reason.
 *
 * @param rows more than none
 */
public record LedgerLine(RejectKind kind, long rows) {}
