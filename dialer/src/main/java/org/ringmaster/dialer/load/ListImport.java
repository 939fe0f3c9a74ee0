// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.journey.NumberPrefix;
import org.ringmaster.dialer.list.ImportLedger;
import org.ringmaster.dialer.list.Leads;
import org.ringmaster.dialer.list.LedgerLine;
import org.ringmaster.dialer.list.RejectKind;

/**
 * Reads one file into a segment, row by row: each row becomes a lead, or is rejected for one reason
 * and written beside. Needs the same memory for any file, but for the set of its numbers. For one
 * thread; {@link #rows}, {@link #loaded} and {@link #bytes} tell any other how far it is.
 */
public final class ListImport {

  private static final int LOOK_EACH = 1_024;

  private final ListMapping mapping;
  private final LeadFolder folder;
  private final KnownNumbers known;
  private final String owner;
  private final List<Integer> numberColumns;
  private final int zoneColumn;
  private final int postalColumn;
  private final boolean prefixes;
  private final NumberReader numberReader;
  private final ZoneReader zoneReader = new ZoneReader();
  private final LeadZones leadZones;
  private final CellText text;
  private final NumberSet inFile = new NumberSet();
  private final long[] rejected = new long[RejectKind.values().length];
  private final long[] accepted = new long[ListMapping.MOST_NUMBERS];
  private final List<String> leftOut = new ArrayList<>();
  private final Details details = new Details();
  private long numbers;
  private long numbersLeftOut;
  private long codesUnknown;
  private volatile long rows;
  private volatile long loaded;
  private volatile long bytes;

  /** Bytes that grow and are used again, without a copy, and without a lock for each. */
  private static final class Details {
    private static final int FIELD_BYTES = Short.BYTES + Integer.BYTES;

    private ByteBuffer bytes = ByteBuffer.allocate(1 << 10);

    void field(int column, byte[] from, int start, int length) {
      if (bytes.remaining() < FIELD_BYTES + length) {
        int more = Math.max(bytes.capacity(), FIELD_BYTES + length);
        bytes = ByteBuffer.allocate(bytes.capacity() + more).put(bytes.flip());
      }
      bytes.putShort((short) column).putInt(length).put(from, start, length);
    }
  }

  /** Why a row or a number is not taken. */
  private record No(RejectKind kind, String reason, String cell) {}

  /** An import for nobody that is named, see the other. */
  public ListImport(ListMapping mapping, LeadFolder folder, KnownNumbers known) {
    this(mapping, folder, known, "");
  }

  /**
   * An import that is about to begin.
   *
   * @param owner whose it is, see {@link LeadFolder#rejects}
   * @throws IllegalArgumentException where a file cannot be read so: says why
   */
  public ListImport(ListMapping mapping, LeadFolder folder, KnownNumbers known, String owner) {
    this(mapping, folder, known, owner, false);
  }

  /**
   * An import that is about to begin.
   *
   * @param owner whose it is, see {@link LeadFolder#rejects}
   * @param bothZones whether a lead may be where its column says and where its numbers are, as laws
   *     about hours want it; else only where its column says, if it says anything
   * @throws IllegalArgumentException where a file cannot be read so: says why
   */
  public ListImport(
      ListMapping mapping, LeadFolder folder, KnownNumbers known, String owner, boolean bothZones) {
    this(mapping, folder, known, owner, bothZones, false);
  }

  /**
   * An import that is about to begin.
   *
   * @param prefixes whether {@code +1900*} is taken for all numbers that begin so, as in lists of
   *     numbers that are not called
   * @throws IllegalArgumentException where a file cannot be read so: says why
   */
  public ListImport(
      ListMapping mapping,
      LeadFolder folder,
      KnownNumbers known,
      String owner,
      boolean bothZones,
      boolean prefixes) {
    this(mapping, folder, known, owner, bothZones, prefixes, PostalZones.NONE);
  }

  /**
   * An import that is about to begin.
   *
   * @param prefixes whether {@code +1900*} is taken for all numbers that begin so, as in lists of
   *     numbers that are not called
   * @param postalZones where postal codes are; without any the column of them is a field like
   *     others
   */
  public ListImport(
      ListMapping mapping,
      LeadFolder folder,
      KnownNumbers known,
      String owner,
      boolean bothZones,
      boolean prefixes,
      PostalZones postalZones) {
    String trouble = mapping.trouble();
    if (trouble != null) {
      throw new IllegalArgumentException(trouble);
    }
    this.mapping = mapping;
    this.folder = folder;
    this.known = known;
    this.owner = owner;
    this.prefixes = prefixes;
    numberColumns = mapping.numbers();
    zoneColumn = mapping.zoneColumn();
    postalColumn = postalZones.isEmpty() ? -1 : mapping.postalColumn();
    leadZones =
        new LeadZones(
            zoneReader, postalZones, home(mapping.region()), bothZones, mapping.zerosLost());
    numberReader = new NumberReader(mapping.region(), mapping.zerosLost());
    text = new CellText(mapping.charset());
  }

  /** How many rows were read so far. */
  public long rows() {
    return rows;
  }

  /** How many of them became leads. */
  public long loaded() {
    return loaded;
  }

  /** How many bytes of the file were read so far. */
  public long bytes() {
    return bytes;
  }

  /**
   * Reads a file to its end and keeps its leads. The segment is on the disk and open when this
   * returns, and so are the files of rejected rows; the folder of those is told by {@link
   * LeadFolder#rejects}.
   *
   * @throws InterruptedIOException where the thread was interrupted; nothing is left behind
   */
  public ImportedList run(InputStream file) throws IOException {
    return run(file, true);
  }

  /** Reads a file to its end, counts, and keeps nothing. */
  public ImportedList dryRun(InputStream file) throws IOException {
    return run(file, false);
  }

  private ImportedList run(InputStream file, boolean keep) throws IOException {
    MessageDigest digest = SegmentSink.sha256();
    InputStream counted = new Counted(new DigestInputStream(file, digest));
    Path in = folder.folder();
    folder.checkRoom(0);
    try (SegmentWriter segment =
            new SegmentWriter(in, mapping.columns(), Math.max(1, numberColumns.size()), prefixes);
        RejectFiles rejects = new RejectFiles(folder.rejectsFolder())) {
      read(counted, segment, rejects);
      ImportLedger ledger = ledger();
      String source = HexFormat.of().formatHex(digest.digest());
      String sha256 = "";
      Leads leads = null;
      if (keep) {
        if (segment.leads() > 0) {
          folder.checkRoom(segment.bytesToCome());
          sha256 = segment.finish(zoneReader.sets());
          leads = folder.of(sha256);
        }
        rejects.finish(folder.rejects(owner, source, sha256));
      }
      return new ImportedList(ledger, sha256, source, leads);
    }
  }

  /** Counts what goes through, and reads on to the end, so that the hash is of the whole file. */
  private final class Counted extends InputStream {
    private final InputStream from;
    private long count;

    Counted(InputStream from) {
      this.from = from;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int more = from.read(into, offset, length);
      count += Math.max(more, 0);
      bytes = count;
      return more;
    }
  }

  private void read(InputStream in, SegmentWriter segment, RejectFiles rejects) throws IOException {
    InputStream plain = ListGuess.withoutMark(in, mapping.charset());
    RowReader row = new RowReader(plain, mapping.delimiter(), mapping.columns().size());
    boolean isHeader = mapping.header();
    long count = 0;
    long kept = 0;
    while (row.next()) {
      if (isHeader) {
        isHeader = false;
        continue;
      }
      count++;
      No no = lead(row, segment, count, rejects);
      if (no == null) {
        kept++;
      } else {
        rejected[no.kind().ordinal()]++;
        rejects.add(no.kind(), count, row.line(), no.reason(), no.cell(), text.shown(row));
      }
      if (count % LOOK_EACH == 0) {
        rows = count;
        loaded = kept;
        folder.checkRoom(0);
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("the import was stopped after " + count + " rows");
        }
      }
    }
    rows = count;
    loaded = kept;
  }

  private ImportLedger ledger() {
    List<LedgerLine> lines = new ArrayList<>();
    for (RejectKind kind : RejectKind.values()) {
      if (rejected[kind.ordinal()] > 0) {
        lines.add(new LedgerLine(kind, rejected[kind.ordinal()]));
      }
    }
    ImportLedger ledger =
        new ImportLedger(rows, loaded, lines, numbers, numbersLeftOut, codesUnknown);
    if (!ledger.addsUp()) {
      throw new IllegalStateException("the ledger does not add up: " + ledger);
    }
    return ledger;
  }

  /** Adds the row's lead to the segment; tells why not where it cannot. */
  private @Nullable No lead(RowReader row, SegmentWriter segment, long count, RejectFiles rejects)
      throws IOException {
    RejectKind broken = row.kind();
    if (broken != null) {
      return new No(broken, row.reason(), "");
    }
    String encoding = text.trouble(row);
    if (encoding != null) {
      return new No(RejectKind.BAD_ENCODING, encoding, "");
    }
    leftOut.clear();
    int found = 0;
    No first = null;
    boolean isZoneSaid = isGiven(row, zoneColumn);
    String postalCode = isGiven(row, postalColumn) ? text.of(row, postalColumn) : "";
    leadZones.begin(isZoneSaid, postalCode);
    for (int column : numberColumns) {
      if (isBlank(row, column)) {
        continue;
      }
      String cell = text.of(row, column);
      long prefix = prefixes ? NumberPrefix.of(cell) : NumberPrefix.NONE;
      No no = prefix == NumberPrefix.NONE ? number(cell) : prefix(prefix, cell);
      if (no == null) {
        long number = prefix == NumberPrefix.NONE ? numberReader.number() : -prefix;
        if (!isAccepted(number, found)) {
          accepted[found] = number;
          found++;
          if (prefix == NumberPrefix.NONE) {
            leadZones.add(numberReader.parsed());
          }
        }
      } else {
        first = first == null ? no : first;
        leftOut.add(no.reason());
        leftOut.add(cell);
      }
    }
    if (found == 0) {
      return first == null ? new No(RejectKind.NO_NUMBER, RejectKind.NO_NUMBER.words(), "") : first;
    }
    int said = isZoneSaid ? zoneReader.ofCell(text.of(row, zoneColumn)) : ZoneReader.NONE;
    No lost = isZoneSaid && said == ZoneReader.NONE ? badZone(row) : damage(postalCode);
    if (lost != null) {
      return lost;
    }
    int zones = zones(said);
    if (zones == ZoneReader.NONE) {
      return new No(
          RejectKind.NO_TIME_ZONE, "neither a column nor the number tells its time zone", "");
    }
    take(row, segment, found, zones);
    if (leadZones.isCodeUnknown()) {
      codesUnknown++;
      rejects.addUnknownCode(count, row.line(), postalCode, text.shown(row));
    }
    for (int i = 0; i < leftOut.size(); i += 2) {
      rejects.addLeftOut(count, row.line(), leftOut.get(i), leftOut.get(i + 1), text.shown(row));
      numbersLeftOut++;
    }
    return null;
  }

  private static int home(@Nullable String region) {
    return region == null ? 0 : PhoneNumberUtil.getInstance().getCountryCodeForRegion(region);
  }

  private No badZone(RowReader row) {
    return new No(
        RejectKind.BAD_TIME_ZONE,
        "it names no time zone such as Europe/Berlin",
        text.of(row, zoneColumn));
  }

  private @Nullable No damage(String postalCode) {
    String trouble = leadZones.trouble();
    return trouble == null ? null : new No(RejectKind.SPREADSHEET_DAMAGE, trouble, postalCode);
  }

  private int zones(int said) {
    int zones = leadZones.with(said);
    return zones == ZoneReader.NONE && mapping.zone() != null
        ? zoneReader.ofCell(mapping.zone().getId())
        : zones;
  }

  private static boolean isGiven(RowReader row, int column) {
    return column >= 0 && !isBlank(row, column);
  }

  private boolean isAccepted(long number, int found) {
    for (int i = 0; i < found; i++) {
      if (accepted[i] == number) {
        return true;
      }
    }
    return false;
  }

  private @Nullable No prefix(long prefix, String cell) {
    return inFile.has(-prefix) ? no(RejectKind.DUPLICATE_IN_FILE, cell) : null;
  }

  private @Nullable No number(String cell) {
    if (NumberPrefix.isMeant(cell)) {
      return new No(
          RejectKind.NOT_A_NUMBER,
          prefixes
              ? "what numbers begin with is written with the plus and three digits at least, such"
                  + " as +1900*"
              : "all numbers that begin so: that can only be not called",
          cell);
    }
    if (!numberReader.read(cell)) {
      RejectKind kind = numberReader.kind();
      return new No(kind == null ? RejectKind.NOT_A_NUMBER : kind, numberReader.reason(), cell);
    }
    long number = numberReader.number();
    if (known.mustNotCall(number)) {
      return no(RejectKind.DO_NOT_CALL, cell);
    } else if (inFile.has(number)) {
      return no(RejectKind.DUPLICATE_IN_FILE, cell);
    } else if (known.inCampaign(number)) {
      return no(RejectKind.DUPLICATE_IN_CAMPAIGN, cell);
    } else if (known.inSystem(number)) {
      return no(RejectKind.DUPLICATE_IN_SYSTEM, cell);
    } else if (known.isCalledRecently(number)) {
      return no(RejectKind.CALLED_RECENTLY, cell);
    }
    return null;
  }

  private static No no(RejectKind kind, String cell) {
    return new No(kind, kind.words(), cell);
  }

  private static boolean isBlank(RowReader row, int column) {
    for (int i = row.start(column); i < row.end(column); i++) {
      if (row.buffer()[i] != ' ' && row.buffer()[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private void take(RowReader row, SegmentWriter segment, int found, int zones) throws IOException {
    details.bytes.clear();
    for (int column = 0; column < row.cells(); column++) {
      ColumnUse use = mapping.columns().get(column).use();
      boolean isKept = use != ColumnUse.NUMBER && use != ColumnUse.ZONE && use != ColumnUse.IGNORE;
      if (isKept && !isBlank(row, column)) {
        if (text.isKept(row, column)) {
          int start = row.start(column);
          details.field(column, row.buffer(), start, row.end(column) - start);
        } else {
          byte[] utf8 = text.of(row, column).getBytes(StandardCharsets.UTF_8);
          details.field(column, utf8, 0, utf8.length);
        }
      }
    }
    segment.add(accepted, found, zones, details.bytes.array(), details.bytes.position());
    for (int i = 0; i < found; i++) {
      inFile.add(accepted[i]);
    }
    numbers += found;
  }
}
