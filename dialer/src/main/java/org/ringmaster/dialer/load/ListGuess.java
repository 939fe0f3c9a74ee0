// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read, guessed from its beginning.
 *
 * @param mapping the guess
 * @param sample the first rows, cell by cell, without the header
 */
public record ListGuess(ListMapping mapping, List<List<String>> sample) {

  /** So much of a file is looked at. */
  public static final int HEAD_BYTES = 1 << 16;

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] UTF_16LE_MARK = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] UTF_16BE_MARK = {(byte) 0xFE, (byte) 0xFF};
  private static final String SPREADSHEET =
      "This is a spreadsheet: save it as CSV there, and send that.";
  private static final String LOCKED =
      "This is an old or a locked spreadsheet: save it as XLSX without a password, or as CSV, and"
          + " send that.";
  private static final String PACKED =
      "This is a packed file: unpack it, and send the CSV file in it.";
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] GZIP = {0x1F, (byte) 0x8B};

  /** What office programs wrote before they packed their files. */
  private static final byte[] OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int MOST_ROWS = 200;

  /** What a person says of a file, so that it is not guessed; null: guessed. */
  public record Given(@Nullable Charset charset, @Nullable Character delimiter) {

    /** Everything is guessed. */
    public static final Given NOTHING = new Given(null, null);
  }

  /**
   * Guesses from the first bytes of a file.
   *
   * @param head at most {@link #HEAD_BYTES}
   * @param region where numbers without + are, such as {@code DE}; null: not known
   * @throws IllegalArgumentException where it is no file of text: says what to do
   */
  public static ListGuess of(byte[] head, @Nullable String region) {
    return of(head, region, Given.NOTHING);
  }

  /**
   * Guesses what a person has not said.
   *
   * @throws IllegalArgumentException where it is no file of text: says what to do
   */
  public static ListGuess of(byte[] head, @Nullable String region, Given given) {
    refuseWhatIsNoText(head);
    Charset charset = charset(head, given.charset());
    byte[] plain = plain(head, charset);
    char delimiter = ',';
    List<List<String>> rows = List.of();
    double best = -1;
    char[] candidates = given.delimiter() == null ? DELIMITERS : new char[] {given.delimiter()};
    for (char candidate : candidates) {
      List<List<String>> read = rows(plain, charset, candidate);
      double score = score(read);
      if (score > best) {
        best = score;
        delimiter = candidate;
        rows = read;
      }
    }
    int columns = Math.max(1, usualCells(rows));
    boolean header = !rows.isEmpty() && ColumnGuess.isHeader(rows, region);
    List<List<String>> sample = new ArrayList<>(header ? rows.subList(1, rows.size()) : rows);
    sample.removeIf(row -> row.size() != columns);
    List<String> names = header ? rows.getFirst() : List.of();
    return new ListGuess(
        new ListMapping(
            delimiter,
            charset,
            header,
            ColumnGuess.columns(names, columns, sample, region),
            region,
            null,
            false),
        List.copyOf(sample));
  }

  /** Whether an encoding has two bytes for each letter. */
  static boolean isWide(Charset charset) {
    return charset.name().startsWith("UTF-16");
  }

  /** A file without its byte order mark, as an encoding that contains ASCII. */
  static InputStream withoutMark(InputStream file, Charset charset) throws IOException {
    PushbackInputStream in = new PushbackInputStream(file, UTF_8_MARK.length);
    byte[] first = in.readNBytes(UTF_8_MARK.length);
    int mark = markBytes(first);
    in.unread(first, mark, first.length - mark);
    return isWide(charset) ? new Transcoded(in, charset) : in;
  }

  private static int markBytes(byte[] head) {
    if (startsWith(head, UTF_8_MARK)) {
      return UTF_8_MARK.length;
    }
    boolean wide = startsWith(head, UTF_16LE_MARK) || startsWith(head, UTF_16BE_MARK);
    return wide ? UTF_16LE_MARK.length : 0;
  }

  private static boolean startsWith(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }

  /** Of a spreadsheet's or a packed file each row would be rejected, and nobody would know why. */
  private static void refuseWhatIsNoText(byte[] head) {
    if (begins(head, OFFICE)) {
      throw new IllegalArgumentException(LOCKED);
    } else if (begins(head, ZIP)) {
      String names = new String(head, StandardCharsets.ISO_8859_1);
      boolean isBook =
          names.contains("[Content_Types].xml")
              || names.contains("xl/")
              || names.contains("opendocument");
      throw new IllegalArgumentException(isBook ? SPREADSHEET : PACKED);
    } else if (begins(head, GZIP)) {
      throw new IllegalArgumentException(PACKED);
    }
  }

  private static boolean begins(byte[] head, byte[] mark) {
    return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
  }

  private static Charset charset(byte[] head, @Nullable Charset given) {
    boolean isOpen = StandardCharsets.UTF_16.equals(given);
    if (given != null && !isOpen) {
      return given;
    }
    // Which byte of a letter comes first is not said by UTF-16 but by the file, as its mark is.
    Charset found = charset(head);
    return isOpen && !isWide(found) ? StandardCharsets.UTF_16BE : found;
  }

  private static Charset charset(byte[] head) {
    if (startsWith(head, UTF_8_MARK)) {
      return StandardCharsets.UTF_8;
    } else if (startsWith(head, UTF_16LE_MARK)) {
      return StandardCharsets.UTF_16LE;
    } else if (startsWith(head, UTF_16BE_MARK)) {
      return StandardCharsets.UTF_16BE;
    }
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) {
      zeros[i % 2] += head[i] == 0 ? 1 : 0;
    }
    int most = head.length / 4;
    if (zeros[1] > most && zeros[0] < zeros[1] / 8) {
      return StandardCharsets.UTF_16LE;
    } else if (zeros[0] > most && zeros[1] < zeros[0] / 8) {
      return StandardCharsets.UTF_16BE;
    }
    return charsetOfLines(head);
  }

  /** The encoding of most lines that are not ASCII: a few others are rejected later, by name. */
  private static Charset charsetOfLines(byte[] head) {
    int utf8 = 0;
    int other = 0;
    int begin = 0;
    for (int i = 0; i <= head.length; i++) {
      if (i == head.length || head[i] == '\n') {
        boolean isCut = i == head.length && head.length == HEAD_BYTES;
        byte[] line = Arrays.copyOfRange(head, begin, i);
        if (!isCut && !isAscii(line)) {
          if (Arrays.equals(
              new String(line, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), line)) {
            utf8++;
          } else {
            other++;
          }
        }
        begin = i + 1;
      }
    }
    return other > utf8 ? WINDOWS : StandardCharsets.UTF_8;
  }

  private static boolean isAscii(byte[] line) {
    for (byte b : line) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** The whole rows of the beginning. */
  private static byte[] plain(byte[] head, Charset charset) {
    try (InputStream in = withoutMark(new ByteArrayInputStream(head), charset)) {
      byte[] all = in.readAllBytes();
      int end = all.length;
      if (head.length >= HEAD_BYTES) {
        while (end > 0 && all[end - 1] != '\n' && all[end - 1] != '\r') {
          end--;
        }
      }
      return end == 0 ? all : Arrays.copyOf(all, end);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory could not be read", e);
    }
  }

  private static List<List<String>> rows(byte[] plain, Charset charset, char delimiter) {
    RowReader reader = new RowReader(new ByteArrayInputStream(plain), delimiter, 0);
    CellText text = new CellText(charset);
    List<List<String>> rows = new ArrayList<>();
    try {
      while (rows.size() < MOST_ROWS && reader.next()) {
        if (reader.kind() == null) {
          List<String> cells = new ArrayList<>();
          for (int cell = 0; cell < reader.cells(); cell++) {
            cells.add(text.of(reader, cell));
          }
          rows.add(List.copyOf(cells));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory could not be read", e);
    }
    return rows;
  }

  private static int usualCells(List<List<String>> rows) {
    Map<Integer, Integer> counts = new HashMap<>();
    int usual = 0;
    for (List<String> row : rows) {
      counts.merge(row.size(), 1, Integer::sum);
    }
    for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
      int cells = count.getKey();
      int here = count.getValue();
      int best = counts.getOrDefault(usual, 0);
      if (here > best || (here == best && cells > usual)) {
        usual = cells;
      }
    }
    return usual;
  }

  /** The delimiter is the one with which most rows have the same number of cells, above one. */
  private static double score(List<List<String>> rows) {
    int usual = usualCells(rows);
    long same = rows.stream().filter(row -> row.size() == usual).count();
    return usual < 2 ? 0 : (double) same / rows.size() + usual / 1e4;
  }
}
