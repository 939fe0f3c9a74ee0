// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The time zones of postal codes, from a table that the user gives: a line {@code code,zone} or
 * {@code code,zone,country} for each whole code, or {@code 021*} for all that begin so. The longest
 * that fits counts; a code with several lines is in all their zones. A line without a country is
 * for numbers of the country to which numbers without a plus belong. Immutable; used by any thread.
 */
public final class PostalZones {

  /** No table is given. */
  public static final PostalZones NONE = new PostalZones(Map.of());

  private static final int ANY_COUNTRY = 0;
  private static final int COLUMNS = 3;
  private static final long MOST_BYTES = 64L << 20;
  private static final String STAR = "*";

  /** By country code, 0 for any: by code, or by what codes begin with and a star, the zones. */
  private final Map<Integer, Map<String, List<String>>> countries;

  private PostalZones(Map<Integer, Map<String, List<String>>> countries) {
    this.countries = countries;
  }

  /**
   * Reads a table.
   *
   * @param name what the file is called where its troubles are told
   * @param troubles is told a sentence, without a full stop, for each line that cannot be read, or
   *     for the whole file
   * @return what could be read
   */
  public static PostalZones read(Path file, String name, Consumer<String> troubles) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        troubles.accept(name + " has more than " + (MOST_BYTES >> 20) + " MiB");
        return NONE;
      }
      String text = Files.readString(file);
      return new Table(name, troubles).read(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (NoSuchFileException e) {
      troubles.accept("there is no file " + name);
    } catch (CharacterCodingException e) {
      troubles.accept(name + " is not UTF-8 text; save it as CSV in UTF-8");
    } catch (IOException e) {
      troubles.accept(name + " cannot be read");
    }
    return NONE;
  }

  /** Whether nothing is in it. */
  public boolean isEmpty() {
    return countries.isEmpty();
  }

  /**
   * Whether anything is known of codes of a country.
   *
   * @param home the country code of the lines without a country; 0 for none
   */
  boolean knows(int countryCode, int home) {
    return countries.containsKey(countryCode)
        || countryCode == home && countries.containsKey(ANY_COUNTRY);
  }

  /**
   * The zones of a postal code, sorted; empty where it is not in the table.
   *
   * @param countryCode with which telephone numbers of its country begin
   * @param home the country code of the lines without a country; 0 for none
   * @param code as {@link PostalCodes#plain} writes it
   */
  List<String> zones(int countryCode, int home, String code) {
    Map<String, List<String>> own = countries.getOrDefault(countryCode, Map.of());
    // The same digits are codes of many countries: 10115 is in Berlin and in New York.
    Map<String, List<String>> any =
        countryCode == home ? countries.getOrDefault(ANY_COUNTRY, Map.of()) : Map.of();
    List<String> found = both(own.get(code), any.get(code));
    for (int length = code.length(); length > 0 && found.isEmpty(); length--) {
      String beginning = code.substring(0, length) + STAR;
      found = both(own.get(beginning), any.get(beginning));
    }
    return found;
  }

  private static List<String> both(@Nullable List<String> one, @Nullable List<String> other) {
    if (one == null || other == null) {
      return one != null ? one : other != null ? other : List.of();
    }
    TreeSet<String> all = new TreeSet<>(one);
    all.addAll(other);
    return List.copyOf(all);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PostalZones zones && zones.countries.equals(countries);
  }

  @Override
  public int hashCode() {
    return countries.hashCode();
  }

  /** Reads one table; tells each line that is wrong. */
  private static final class Table {
    private final String name;
    private final Consumer<String> troubles;
    private final Map<Integer, Map<String, TreeSet<String>>> countries = new HashMap<>();

    /** How long the codes are that are digits only, of lines without a country. */
    private int digits;

    private long digitsLine;

    Table(String name, Consumer<String> troubles) {
      this.name = name;
      this.troubles = troubles;
    }

    PostalZones read(String text) {
      // What has fewer or more cells is told line by line.
      CsvReader.CsvReaderBuilder reader =
          CsvReader.builder()
              .fieldSeparator(separator(text))
              .allowMissingFields(true)
              .allowExtraFields(true);
      try (CsvReader<CsvRecord> lines = reader.ofCsvRecord(text)) {
        for (CsvRecord line : lines) {
          String trouble = take(line);
          if (trouble != null) {
            troubles.accept(name + " line " + line.getStartingLineNumber() + ": " + trouble);
          }
        }
      } catch (IOException | CsvParseException e) {
        troubles.accept(name + " is no CSV file: " + e.getMessage());
      }
      Map<Integer, Map<String, List<String>>> read = new HashMap<>();
      countries.forEach(
          (country, codes) -> {
            Map<String, List<String>> kept = new HashMap<>();
            codes.forEach((code, zones) -> kept.put(code, List.copyOf(zones)));
            read.put(country, kept);
          });
      return new PostalZones(read);
    }

    private static char separator(String text) {
      String first = text.lines().findFirst().orElse("");
      return first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
    }

    private @Nullable String take(CsvRecord line) {
      List<String> cells = new ArrayList<>(line.getFields());
      cells.replaceAll(String::strip);
      if (cells.stream().allMatch(String::isEmpty)) {
        return null;
      }
      if (cells.size() < 2 || cells.size() > COLUMNS) {
        return "write code,zone or code,zone,country: it has " + cells.size() + " of these";
      }
      String zone = cells.get(1);
      boolean isHeader =
          zone.matches("(?i)tz|(time|zeit)?[ _-]?zone|zona|huso( horario)?|fuso( hor[aá]rio)?");
      if (isHeader && line.getStartingLineNumber() == 1) {
        return null;
      }
      try {
        zone = ZoneId.of(zone).getId();
      } catch (DateTimeException e) {
        return "'" + zone + "' is no time zone such as Europe/Berlin";
      }
      String said = cells.size() < COLUMNS ? "" : cells.get(2).toUpperCase(Locale.ROOT);
      int country = said.isEmpty() ? ANY_COUNTRY : country(said);
      if (country < 0) {
        return "'" + said + "' is no country such as US";
      }
      return take(cells.getFirst(), zone, country, said, line.getStartingLineNumber());
    }

    private @Nullable String take(String cell, String zone, int country, String said, long line) {
      boolean isBeginning = cell.endsWith(STAR);
      String code = PostalCodes.plain(isBeginning ? cell.substring(0, cell.length() - 1) : cell);
      if (code.isEmpty() || !PostalCodes.isCode(code)) {
        return "'" + cell + "' is no postal code: letters and digits, perhaps with * behind";
      }
      if (!isBeginning && PostalCodes.isDigits(code)) {
        String trouble = shortened(code, country, said, line);
        if (trouble != null) {
          return trouble;
        }
      }
      countries
          .computeIfAbsent(country, it -> new HashMap<>())
          .computeIfAbsent(isBeginning ? code + STAR : code, it -> new TreeSet<>())
          .add(zone);
      return null;
    }

    /** Of a code from which a spreadsheet has taken its zeros others would be made. */
    private @Nullable String shortened(String code, int country, String said, long line) {
      int wanted = PostalCodes.digits(country);
      String whose = "codes of " + said;
      if (country == ANY_COUNTRY) {
        if (digits == 0) {
          digits = code.length();
          digitsLine = line;
        }
        wanted = digits;
        whose = "the code of line " + digitsLine;
      }
      boolean fits = wanted == 0 || code.length() == wanted;
      return fits
          ? null
          : "'"
              + code
              + "' has "
              + code.length()
              + " digits and "
              + whose
              + " "
              + wanted
              + ": a spreadsheet may have taken its zeros; write "
              + code
              + "* for all that begin so"
              + (country == ANY_COUNTRY ? ", or name its country in a third column" : "");
    }

    private static int country(String region) {
      int code = PhoneNumberUtil.getInstance().getCountryCodeForRegion(region);
      return code == 0 ? -1 : code;
    }
  }
}
