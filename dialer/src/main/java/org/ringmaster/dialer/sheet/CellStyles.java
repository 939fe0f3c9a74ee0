// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.sheet;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the numbers of a spreadsheet are shown: as dates, with zeros in front, or as they are. */
final class CellStyles {

  private static final int MOST_STYLES = 1 << 16;
  private static final double MOST_EXACT = 1e15;
  private static final int MOST_DAYS = 2_958_466;
  private static final int DAYS_1904 = 1_462;
  private static final int LEAP_BUG_DAYS = 60;
  private static final double DAY_SECONDS = 86_400;
  private static final Pattern NO_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|\\*.");
  private static final Pattern DATE_FORMAT = Pattern.compile("(?i).*[dmyhs].*");
  private static final Pattern ZEROS = Pattern.compile("0{2,20}");

  private final List<Integer> formats = new ArrayList<>();
  private final Map<Integer, String> codes = new HashMap<>();
  private final boolean from1904;

  /**
   * Styles of a part.
   *
   * @param from1904 whether days are counted from 1904
   */
  CellStyles(@Nullable BookXml part, boolean from1904) throws IOException {
    this.from1904 = from1904;
    boolean ofCells = false;
    while (part != null && part.next()) {
      if (part.isStart()) {
        ofCells |= part.name().equals("cellXfs");
        if (part.name().equals("numFmt")) {
          String code = part.attribute("formatCode");
          codes.put(number(part.attribute("numFmtId")), code == null ? "" : code);
        } else if (ofCells && part.name().equals("xf")) {
          formats.add(number(part.attribute("numFmtId")));
        }
      } else if (part.isEnd() && part.name().equals("cellXfs")) {
        ofCells = false;
      }
      if (formats.size() > MOST_STYLES || codes.size() > MOST_STYLES) {
        throw BookParts.damaged(null);
      }
    }
  }

  static int number(@Nullable String text) {
    try {
      return text == null ? 0 : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** A number as people see it; a whole one of up to 15 digits has no sign of its being one. */
  String shown(String raw, int style) {
    double value;
    try {
      value = Double.parseDouble(raw.strip());
    } catch (NumberFormatException e) {
      return raw;
    }
    int format = style >= 0 && style < formats.size() ? formats.get(style) : 0;
    String code = codes.getOrDefault(format, "");
    if (isDate(format, code) && value >= 0 && value < MOST_DAYS) {
      return date(value);
    }
    boolean isWhole = value == StrictMath.rint(value) && StrictMath.abs(value) < MOST_EXACT;
    if (!isWhole) {
      // Of more than 15 digits the last ones are lost: it must not look as if they were there.
      return StrictMath.abs(value) < MOST_EXACT && raw.length() < 32 && !raw.matches(".*[eE].*")
          ? raw.strip()
          : Double.toString(value);
    }
    String digits = Long.toString((long) value);
    boolean isPadded = ZEROS.matcher(code).matches() && value >= 0;
    return isPadded && digits.length() < code.length()
        ? "0".repeat(code.length() - digits.length()) + digits
        : digits;
  }

  private static boolean isDate(int format, String code) {
    if (!code.isEmpty()) {
      String plain = NO_FORMAT.matcher(code).replaceAll("");
      return !plain.equalsIgnoreCase("general") && DATE_FORMAT.matcher(plain).matches();
    }
    // The numbers that stand for dates and times in all languages of the format.
    return format >= 14 && format <= 22
        || format >= 27 && format <= 36
        || format >= 45 && format <= 47
        || format >= 50 && format <= 58;
  }

  private String date(double value) {
    long days = (long) StrictMath.floor(value);
    long seconds = StrictMath.round((value - days) * DAY_SECONDS);
    if (days == 0 && !from1904) {
      return LocalTime.MIDNIGHT.plusSeconds(seconds).toString();
    }
    // Day 60 is a 29 February 1900 that never was.
    long since = from1904 ? days + DAYS_1904 : days > LEAP_BUG_DAYS ? days : days + 1;
    LocalDateTime at = LocalDate.of(1899, 12, 30).plusDays(since).atStartOfDay();
    LocalDateTime moment = at.plusSeconds(seconds);
    return seconds == 0
        ? moment.toLocalDate().toString()
        : moment.toLocalDate() + " " + moment.toLocalTime();
  }
}
