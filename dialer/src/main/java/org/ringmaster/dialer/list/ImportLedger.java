// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.list;

import java.util.List;

/**
 * What became of the rows of a file. It always adds up: rows = loaded + the rows of all lines.
 *
 * @param rows rows that were read, without the header and without empty lines
 * @param loaded rows that became a lead
 * @param rejected a line for each kind that came up, in the order of {@link RejectKind}
 * @param numbers numbers that the loaded leads have
 * @param numbersLeftOut numbers of loaded leads that were left out; the lead has others
 * @param codesUnknown loaded leads whose postal code the table does not have
 */
public record ImportLedger(
    long rows,
    long loaded,
    List<LedgerLine> rejected,
    long numbers,
    long numbersLeftOut,
    long codesUnknown) {

  /** Nothing was read. */
  public static final ImportLedger EMPTY = new ImportLedger(0, 0, List.of(), 0, 0);

  /** Of a file without postal codes. */
  public ImportLedger(
      long rows, long loaded, List<LedgerLine> rejected, long numbers, long numbersLeftOut) {
    this(rows, loaded, rejected, numbers, numbersLeftOut, 0);
  }

  /** Rows that were not loaded, of all kinds. */
  public long rejectedRows() {
    long sum = 0;
    for (LedgerLine line : rejected) {
      sum += line.rows();
    }
    return sum;
  }

  /** Rows that were rejected for one reason. */
  public long rejected(RejectKind kind) {
    for (LedgerLine line : rejected) {
      if (line.kind() == kind) {
        return line.rows();
      }
    }
    return 0;
  }

  /** Whether every row that was read is accounted for. */
  public boolean addsUp() {
    return rows == loaded + rejectedRows();
  }
}
