// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.journey.NumberPrefix;

/** Guesses what the columns of a file are, by their names and by what stands in them. */
final class ColumnGuess {

  private static final Pattern NUMBER_NAME =
      Pattern.compile(
          "(?U).*(phone|telef|mobil|handy|rufnummer|msisdn|celular|fon\\b).*"
              + "|tel([ ._-]?(nr|no|\\d+))?\\.?|cell|number\\d*|n[uú]mero|nummer|landline|festnetz");
  private static final Pattern NO_NUMBER_NAME = Pattern.compile("(?U).*(fax|zone|type|typ\\b).*");
  private static final Pattern ZONE_NAME =
      Pattern.compile("(?U)time[ ._-]?zone|tz|zeitzone|zona horaria|fuso( hor[aá]rio)?");
  private static final Pattern POSTAL_NAME =
      Pattern.compile(
          "(?U)zip([ ._-]?code)?|plz|postleitzahl|cep|post(al)?[ ._-]?code|pin[ ._-]?code"
              + "|code postal|c[oó]digo postal");
  private static final Pattern NAME_NAME =
      Pattern.compile(
          "(?U)((first|last|full|given|family|customer|contact|sur|vor|nach)[ ._-]?)?name"
              + "|nombre|apellidos?|nome|sobrenome|kunde");
  private static final Pattern LIKE_NUMBER = Pattern.compile("\\+?[\\d\\s()/.-]{6,24}");
  private static final double MOST = 0.6;

  private ColumnGuess() {}

  /**
   * Whether the first row names the columns: nothing in it is a number, and below it numbers are.
   */
  static boolean isHeader(List<List<String>> rows, @Nullable String region) {
    List<String> first = rows.getFirst();
    boolean named = false;
    for (String cell : first) {
      if (isNumber(cell, region)) {
        return false;
      }
      named |= byName(cell) != null;
    }
    if (named) {
      return true;
    }
    boolean hasText = first.stream().noneMatch(cell -> cell.isBlank() || cell.matches("\\d+"));
    return hasText
        && rows.stream()
            .skip(1)
            .anyMatch(row -> row.stream().anyMatch(cell -> isNumber(cell, region)));
  }

  private static boolean isNumber(String cell, @Nullable String region) {
    return NumberPrefix.of(cell) != NumberPrefix.NONE
        || LIKE_NUMBER.matcher(cell.strip()).matches() && new NumberReader(region, true).read(cell);
  }

  private static @Nullable ColumnUse byName(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    if (ZONE_NAME.matcher(plain).matches()) {
      return ColumnUse.ZONE;
    } else if (POSTAL_NAME.matcher(plain).matches()) {
      return ColumnUse.POSTALCODE;
    } else if (NAME_NAME.matcher(plain).matches()) {
      return ColumnUse.NAME;
    } else if (NUMBER_NAME.matcher(plain).matches() && !NO_NUMBER_NAME.matcher(plain).matches()) {
      return ColumnUse.NUMBER;
    }
    return null;
  }

  /** What each column is. */
  static List<MappedColumn> columns(
      List<String> names, int count, List<List<String>> sample, @Nullable String region) {
    List<ColumnUse> uses = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = i < names.size() ? names.get(i).strip() : "";
      ColumnUse use = byName(name);
      boolean isOnce = use == ColumnUse.ZONE || use == ColumnUse.POSTALCODE;
      use = isOnce && uses.contains(use) ? ColumnUse.FIELD : use;
      uses.add(use == null ? ColumnUse.FIELD : use);
      titles.add(title(name, i, titles));
    }
    if (!uses.contains(ColumnUse.NUMBER)) {
      for (int i = 0; i < count; i++) {
        if (uses.get(i) == ColumnUse.FIELD && hasNumbers(sample, i, region)) {
          uses.set(i, ColumnUse.NUMBER);
        }
      }
    }
    List<MappedColumn> columns = new ArrayList<>();
    int order = 0;
    for (int i = 0; i < count; i++) {
      boolean isNumber = uses.get(i) == ColumnUse.NUMBER && order < ListMapping.MOST_NUMBERS;
      order += isNumber ? 1 : 0;
      ColumnUse use = uses.get(i) == ColumnUse.NUMBER && !isNumber ? ColumnUse.FIELD : uses.get(i);
      columns.add(new MappedColumn(titles.get(i), use, isNumber ? order : 0));
    }
    return List.copyOf(columns);
  }

  private static String title(String name, int column, List<String> others) {
    String title = name.isEmpty() ? "column " + (column + 1) : name;
    return others.contains(title) ? title + " (" + (column + 1) + ")" : title;
  }

  private static boolean hasNumbers(
      List<List<String>> sample, int column, @Nullable String region) {
    int filled = 0;
    int numbers = 0;
    for (List<String> row : sample) {
      if (!row.get(column).isBlank()) {
        filled++;
        numbers += isNumber(row.get(column), region) ? 1 : 0;
      }
    }
    return filled > 0 && numbers >= MOST * filled;
  }
}
