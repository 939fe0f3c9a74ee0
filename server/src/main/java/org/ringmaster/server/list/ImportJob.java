// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.list;

import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.list.ImportLedger;
import org.ringmaster.dialer.load.ListImport;
import org.ringmaster.dialer.load.ListMapping;

/** One import. Written by the thread that reads, looked at by any. */
public final class ImportJob {

  private final String id;
  private final ImportPlan plan;
  private volatile long totalBytes;
  private volatile Seen seen = new Seen(ImportState.WAITING, null, null, "", "");
  private volatile Figures figures = new Figures(0, 0, 0);
  private volatile @Nullable ListImport reading;

  private record Figures(long bytes, long rows, long loaded) {}

  /**
   * How it stands.
   *
   * @param mapping how the file is read; null while that is not known
   * @param ledger what became of the rows; null until all are read
   * @param list the id of the list; empty until it is loaded
   * @param why what was refused, or what went wrong; empty where all is well
   */
  public record Seen(
      ImportState state,
      @Nullable ListMapping mapping,
      @Nullable ImportLedger ledger,
      String list,
      String why) {}

  ImportJob(String id, ImportPlan plan, long totalBytes) {
    this.id = id;
    this.plan = plan;
    this.totalBytes = totalBytes;
  }

  /** Names it until the platform is started again. */
  public String id() {
    return id;
  }

  /** What is wanted. */
  public ImportPlan plan() {
    return plan;
  }

  /** How many bytes the file has; of a spreadsheet, once it is unpacked, its sheet as CSV. */
  public long totalBytes() {
    return totalBytes;
  }

  /** How many of them were read. */
  public long bytes() {
    ListImport now = reading;
    return now == null ? figures.bytes() : now.bytes();
  }

  /** How many rows were read. */
  public long rows() {
    ListImport now = reading;
    return now == null ? figures.rows() : now.rows();
  }

  /** How many of them became leads. */
  public long loaded() {
    ListImport now = reading;
    return now == null ? figures.loaded() : now.loaded();
  }

  /** How it stands. */
  public Seen seen() {
    return seen;
  }

  /** Its sheet was written as CSV, which is read from here on. */
  void unpacked(long bytes) {
    totalBytes = bytes;
  }

  void reads(ListMapping mapping, ListImport made) {
    reading = made;
    seen = new Seen(ImportState.READING, mapping, null, "", "");
  }

  void counted(ImportLedger ledger) {
    seen = new Seen(ImportState.READING, seen.mapping(), ledger, "", "");
  }

  void unanswered(String why) {
    forgetReading();
    seen = new Seen(ImportState.UNANSWERED, seen.mapping(), seen.ledger(), "", why);
  }

  void done(String list) {
    forgetReading();
    seen = new Seen(ImportState.DONE, seen.mapping(), seen.ledger(), list, "");
  }

  void refused(String why) {
    forgetReading();
    seen = new Seen(ImportState.REFUSED, seen.mapping(), seen.ledger(), "", why);
  }

  /** All numbers of the file are in there; a hundred jobs are kept, and theirs need not be. */
  private void forgetReading() {
    ListImport now = reading;
    if (now != null) {
      figures = new Figures(now.bytes(), now.rows(), now.loaded());
      reading = null;
    }
  }
}
