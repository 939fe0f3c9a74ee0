// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read. {@link ListGuess} makes one from the file's beginning; people change
 * it.
 *
 * @param delimiter what stands between two cells; ASCII
 * @param header whether the first row names the columns
 * @param region where numbers without + are, such as {@code DE}; null: only those with + are read
 * @param zone where leads are of whom neither a column nor the number tells; null: rejected
 * @param zerosLost whether national numbers are meant to stand without their leading zero
 */
public record ListMapping(
    char delimiter,
    Charset charset,
    boolean header,
    List<MappedColumn> columns,
    @Nullable String region,
    @Nullable ZoneId zone,
    boolean zerosLost) {

  /** So many numbers a lead may have. */
  public static final int MOST_NUMBERS = 8;

  /** The same with a default region. */
  public ListMapping withRegion(@Nullable String region) {
    return new ListMapping(delimiter, charset, header, columns, region, zone, zerosLost);
  }

  /** The same with a time zone for those of whom nothing tells. */
  public ListMapping withZone(@Nullable ZoneId zone) {
    return new ListMapping(delimiter, charset, header, columns, region, zone, zerosLost);
  }

  /** The same with what is said about leading zeros. */
  public ListMapping withZerosLost(boolean zerosLost) {
    return new ListMapping(delimiter, charset, header, columns, region, zone, zerosLost);
  }

  /** The same with other columns. */
  public ListMapping withColumns(List<MappedColumn> columns) {
    return new ListMapping(
        delimiter, charset, header, List.copyOf(columns), region, zone, zerosLost);
  }

  /** The same without a time zone of its own for each lead. */
  public ListMapping withoutZoneColumns() {
    List<MappedColumn> changed = new ArrayList<>(columns);
    changed.replaceAll(
        column ->
            column.use() == ColumnUse.ZONE
                ? new MappedColumn(column.name(), ColumnUse.IGNORE, 0)
                : column);
    return withColumns(changed);
  }

  /**
   * The same with columns as a person says: {@code number=mobile,number=phone,name=customer}. The
   * words are {@code number}, {@code zone}, {@code postalcode}, {@code name}, {@code field} and
   * {@code ignore}; a column is its name in the header, or its place from 1. Number columns are
   * tried in the order said; where any is said, those that were guessed are kept as fields.
   *
   * @throws IllegalArgumentException where a word or a column is not known: says which there are
   */
  public ListMapping mapped(String said) {
    List<MappedColumn> changed = new ArrayList<>(columns);
    boolean[] cleared = new boolean[ColumnUse.values().length];
    int order = 0;
    for (String pair : said.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(
            "'" + pair + "' says no column; write number=COLUMN, zone=COLUMN or name=COLUMN");
      }
      ColumnUse use = use(pair.substring(0, equals).strip());
      int at = column(pair.substring(equals + 1).strip());
      if (use != ColumnUse.FIELD && use != ColumnUse.IGNORE && !cleared[use.ordinal()]) {
        cleared[use.ordinal()] = true;
        changed.replaceAll(
            column ->
                column.use() == use ? new MappedColumn(column.name(), ColumnUse.FIELD, 0) : column);
      }
      if (use == ColumnUse.NUMBER) {
        order++;
      }
      changed.set(
          at, new MappedColumn(columns.get(at).name(), use, use == ColumnUse.NUMBER ? order : 0));
    }
    return withColumns(changed);
  }

  private static ColumnUse use(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "number" -> ColumnUse.NUMBER;
      case "zone" -> ColumnUse.ZONE;
      case "postalcode" -> ColumnUse.POSTALCODE;
      case "name" -> ColumnUse.NAME;
      case "field" -> ColumnUse.FIELD;
      case "ignore" -> ColumnUse.IGNORE;
      default ->
          throw new IllegalArgumentException(
              "a column is number, zone, postalcode, name, field or ignore, not '" + word + "'");
    };
  }

  private int column(String said) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equalsIgnoreCase(said)) {
        return i;
      }
    }
    if (said.matches("[1-9]\\d{0,3}") && Integer.parseInt(said) <= columns.size()) {
      return Integer.parseInt(said) - 1;
    }
    throw new IllegalArgumentException(
        "the file has no column '"
            + said
            + "'; it has "
            + String.join(", ", columns.stream().map(MappedColumn::name).toList()));
  }

  /** The places of the number columns, in the order in which a lead's numbers are tried. */
  public List<Integer> numbers() {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).use() == ColumnUse.NUMBER)
        .boxed()
        .sorted(Comparator.comparingInt(i -> columns.get(i).order()))
        .toList();
  }

  /** The place of the column of time zones; -1 where there is none. */
  public int zoneColumn() {
    return first(ColumnUse.ZONE);
  }

  /** The place of the column of postal codes; -1 where there is none. */
  public int postalColumn() {
    return first(ColumnUse.POSTALCODE);
  }

  private int first(ColumnUse use) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).use() == use) {
        return i;
      }
    }
    return -1;
  }

  /** Why a file cannot be read so, as a sentence, or null where it can. */
  public @Nullable String trouble() {
    List<Integer> numbers = numbers();
    if (numbers.isEmpty()) {
      return "No column has telephone numbers: say which, as number=COLUMN.";
    }
    if (numbers.size() > MOST_NUMBERS) {
      return "A lead may have " + MOST_NUMBERS + " numbers, and " + numbers.size() + " are mapped.";
    }
    if (region != null && !NumberReader.regions().contains(region)) {
      return "No region is called '" + region + "'; they are written like DE.";
    }
    return null;
  }
}
