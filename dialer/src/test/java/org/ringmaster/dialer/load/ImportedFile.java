// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.ringmaster.dialer.list.ImportLedger;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.RejectKind;

/** A file that was written in a test, guessed and imported. */
final class ImportedFile {

  final ImportedList result;
  private final LeadFolder folder;

  private ImportedFile(ImportedList result, LeadFolder folder) {
    this.result = result;
    this.folder = folder;
  }

  static ImportedFile of(Path in, String text) throws IOException {
    return of(in, text.getBytes(StandardCharsets.UTF_8));
  }

  static ImportedFile of(Path in, byte[] bytes) throws IOException {
    return of(in, bytes, KnownNumbers.NONE, mapping -> mapping);
  }

  static ImportedFile of(
      Path in, byte[] bytes, KnownNumbers known, UnaryOperator<ListMapping> changed)
      throws IOException {
    return of(in, bytes, known, changed, false);
  }

  static ImportedFile of(
      Path in,
      byte[] bytes,
      KnownNumbers known,
      UnaryOperator<ListMapping> changed,
      boolean bothZones)
      throws IOException {
    return of(in, bytes, known, changed, bothZones, PostalZones.NONE);
  }

  static ImportedFile of(
      Path in,
      byte[] bytes,
      KnownNumbers known,
      UnaryOperator<ListMapping> changed,
      boolean bothZones,
      PostalZones places)
      throws IOException {
    LeadFolder folder = new LeadFolder(in);
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, ListGuess.HEAD_BYTES));
    ListMapping mapping = changed.apply(ListGuess.of(head, "DE").mapping());
    ListImport made = new ListImport(mapping, folder, known, "", bothZones, false, places);
    return new ImportedFile(made.run(new ByteArrayInputStream(bytes)), folder);
  }

  ImportLedger ledger() {
    return result.ledger();
  }

  Leads leads() {
    return Objects.requireNonNull(result.leads());
  }

  /** The lines of the file of rejected rows of a kind, without its header. */
  List<String> rejects(RejectKind kind) throws IOException {
    return lines(RejectFiles.name(kind));
  }

  /** How many rows are in the file of rejected rows of a kind. */
  long rejectedRows(RejectKind kind) throws IOException {
    Path file =
        folder.rejects("", result.sourceSha256(), result.sha256()).resolve(RejectFiles.name(kind));
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
      return rows.stream().count() - 1;
    }
  }

  List<String> leftOut() throws IOException {
    return lines(RejectFiles.LEFT_OUT_FILE);
  }

  List<String> unknownCodes() throws IOException {
    return lines(RejectFiles.UNKNOWN_CODES_FILE);
  }

  private List<String> lines(String name) throws IOException {
    Path file = folder.rejects("", result.sourceSha256(), result.sha256()).resolve(name);
    List<String> lines = Files.readAllLines(file);
    return lines.subList(1, lines.size());
  }

  static byte[] bytes(String text, String charset) {
    return text.getBytes(Charset.forName(charset));
  }

  static ZoneId berlin() {
    return ZoneId.of("Europe/Berlin");
  }
}
