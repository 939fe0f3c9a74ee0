// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.sheet;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the rows of one sheet. For one thread. */
final class SheetRows {

  private static final int MOST_ROWS = 1 << 20;
  private static final int MOST_COLUMNS = 1 << 14;
  private static final int LETTERS = 26;
  private static final int HEXADECIMAL = 16;

  /** What stands in a cell whose formula was never worked out; spreadsheets write others so. */
  private static final String NO_VALUE = "#FORMULA!";

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final BookXml part;
  private final SharedTexts texts;
  private final CellStyles styles;
  private final CsvRows out;
  private final StringBuilder text = new StringBuilder();
  private final CellWords words;
  private int row;
  private int column;
  private String type = "n";
  private int style;
  private boolean isFormula;
  private boolean isValue;
  private boolean hasValue;

  SheetRows(BookXml part, SharedTexts texts, CellStyles styles, CsvRows out) {
    this.part = part;
    this.texts = texts;
    this.styles = styles;
    this.out = out;
    words = new CellWords(part, text);
  }

  /** Reads to the end, or until enough was written. */
  void read(SheetLook look) throws IOException {
    while (part.next() && !out.isEnough()) {
      if (part.isStart()) {
        start();
      } else if (part.isEnd()) {
        end(look);
      } else if (isValue && part.isText()) {
        part.addText(text, CellWords.LONGEST);
      }
      if (type.equals("inlineStr")) {
        words.take();
      }
    }
    out.finish();
  }

  private void start() {
    switch (part.name()) {
      case "row" -> {
        String said = part.attribute("r");
        row = said == null ? row + 1 : CellStyles.number(said);
        column = -1;
        if (row > MOST_ROWS) {
          throw new IllegalArgumentException(
              "The sheet has more than the " + MOST_ROWS + " rows of a spreadsheet.");
        }
      }
      case "c" -> {
        String place = part.attribute("r");
        column = place == null ? column + 1 : column(place);
        String said = part.attribute("t");
        type = said == null ? "n" : said;
        style = CellStyles.number(part.attribute("s"));
        text.setLength(0);
        isFormula = false;
        hasValue = false;
      }
      case "f" -> isFormula = true;
      case "v" -> {
        isValue = true;
        hasValue = true;
      }
      default -> {}
    }
  }

  private static int column(String place) {
    int column = 0;
    for (int i = 0; i < place.length() && place.charAt(i) >= 'A' && place.charAt(i) <= 'Z'; i++) {
      column = column * LETTERS + place.charAt(i) - 'A' + 1;
      if (column > MOST_COLUMNS) {
        throw BookParts.damaged(null);
      }
    }
    return Math.max(0, column - 1);
  }

  private void end(SheetLook look) throws IOException {
    switch (part.name()) {
      case "v" -> isValue = false;
      case "c" -> {
        if (!out.isRowFull()) {
          out.cell(column, plain(value()));
        }
        type = "n";
      }
      case "row" -> {
        out.row(row);
        if (row % SheetLook.EACH == 0) {
          look.look();
        }
      }
      default -> {}
    }
  }

  private String value() throws IOException {
    String raw = text.toString();
    return switch (type) {
      case "s" -> {
        String shared = texts.text(CellStyles.number(raw));
        if (shared == null && !raw.isEmpty()) {
          throw BookParts.damaged(null);
        }
        yield shared == null ? "" : shared;
      }
      case "b" -> raw.equals("1") ? "TRUE" : raw.equals("0") ? "FALSE" : raw;
      case "n" -> {
        if (raw.isEmpty()) {
          yield isFormula ? NO_VALUE : "";
        }
        yield styles.shown(raw, style);
      }
      default -> isFormula && !hasValue ? NO_VALUE : raw;
    };
  }

  /** A text as it is meant: signs that XML cannot hold are written by their number. */
  private static String plain(String raw) {
    if (raw.indexOf("_x") < 0) {
      return raw;
    }
    Matcher found = ESCAPED.matcher(raw);
    return found.replaceAll(
        sign ->
            Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(sign.group(1), HEXADECIMAL))));
  }
}
