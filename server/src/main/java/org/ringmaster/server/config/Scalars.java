// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ringmaster.core.call.Prompt;
import org.ringmaster.server.config.ValueType.Scalar;

/** The kinds of plain values there are. Each reads its text as the type its comment names. */
final class Scalars {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_-]{0,39}";
  private static final String NUMBER = "\\+?[0-9*#]{1,32}";

  private static final int MAX_PORT = 65_535;

  private Scalars() {}

  /** {@code String}: any text in one line. */
  static Scalar text() {
    return matching("a text", "one line, at most 200 characters", "[^\\p{Cntrl}]{1,200}");
  }

  /** {@code String}: a name that may stand in Asterisk's files and in a dial string. */
  static Scalar name() {
    return matching(
        "a name", "letters, digits, _ and -, beginning with a letter or digit, at most 40", NAME);
  }

  /** {@code String}: a number that can be dialled. */
  static Scalar number() {
    return matching("a number that can be dialled", "digits, * and #, perhaps + in front", NUMBER);
  }

  /** {@code String}: a folder or file; a relative one counts from the file's own folder. */
  static Scalar path() {
    return matching("a path", "a file or folder, from this file's folder on", "[^\\p{Cntrl}]+");
  }

  /** {@code String}: where an Asterisk's ARI is, without a slash at the end. */
  static Scalar ariUrl() {
    return new Scalar(
        "the URL of an ARI",
        "http://HOST:PORT/ari, no login in it",
        List.of(),
        null,
        sorted("type", "string", "pattern", "^https?://[^\\s/@?#]+(/[^\\s?#]*)?/ari/?$"),
        text -> {
          URI url = URI.create(text);
          boolean whole =
              ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                  && url.getHost() != null
                  && url.getUserInfo() == null
                  && url.getQuery() == null
                  && url.getFragment() == null;
          require(whole && (url.getPort() == -1 || isPort(url.getPort())));
          String plain = text.replaceAll("/+$", "");
          require(plain.endsWith("/ari"));
          return plain;
        });
  }

  private static boolean isPort(int number) {
    return number > 0 && number <= MAX_PORT;
  }

  /** {@code String}: matched by a pattern as a whole. */
  static Scalar matching(String word, String hint, String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return new Scalar(
        word,
        hint,
        List.of(),
        null,
        sorted("type", List.of("string", "number"), "pattern", "^(?:" + plain(pattern) + ")$"),
        text -> {
          require(compiled.matcher(text).matches());
          return text;
        });
  }

  /** {@code Long}: a whole number within bounds. */
  static Scalar whole(long from, long to) {
    return new Scalar(
        "a whole number",
        "from " + from + " to " + to,
        List.of(),
        null,
        sorted("type", "integer", "minimum", from, "maximum", to),
        text -> {
          long value = Long.parseLong(text);
          require(value >= from && value <= to);
          return value;
        });
  }

  /** {@code Long}: milliseconds, within bounds. */
  static Scalar duration(String from, String to) {
    long least = Durations.millis(from);
    long most = Durations.millis(to);
    return new Scalar(
        "a duration from " + from + " to " + to,
        "seconds, or with a unit: 500ms, 20s, 2m, 1h, 7d",
        List.of(),
        null,
        Map.of(
            "anyOf",
            List.of(
                sorted("type", "number", "minimum", least / 1000.0, "maximum", most / 1000.0),
                sorted("type", "string", "pattern", Durations.PATTERN))),
        text -> {
          long value = Durations.millis(text);
          require(value >= least && value <= most);
          return value;
        });
  }

  /** {@code Long}: bytes, within bounds. */
  static Scalar size(String from, String to) {
    long least = Durations.bytes(from);
    long most = Durations.bytes(to);
    return new Scalar(
        "a size from " + from + " to " + to,
        "bytes, or with a unit: 512K, 64M, 2G",
        List.of(),
        null,
        sorted("type", List.of("integer", "string"), "pattern", "^[0-9]+[KMG]?$"),
        text -> {
          long value = Durations.bytes(text);
          require(value >= least && value <= most);
          return value;
        });
  }

  /** {@code Boolean}. */
  static Scalar yesNo() {
    return new Scalar(
        "yes or no",
        "yes or no",
        List.of("yes", "no"),
        null,
        Map.of("enum", List.of(true, false, "yes", "no")),
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "yes", "true", "on" -> true;
              case "no", "false", "off" -> false;
              default -> throw new IllegalArgumentException();
            });
  }

  /** {@code String}: one of some words. */
  static Scalar choice(String... words) {
    List<String> choices = List.of(words);
    return new Scalar(
        words.length == 1 ? "the word " + words[0] : "one of " + String.join(", ", choices),
        String.join(", ", choices),
        choices,
        null,
        Map.of("enum", choices),
        text -> {
          require(choices.contains(text));
          return text;
        });
  }

  /** {@code String}: the name of an entry of a section. */
  static Scalar reference(String section, String one) {
    return new Scalar(
        "the name of " + one,
        "a name under `" + section + "`",
        List.of(),
        section,
        Map.of("type", List.of("string", "number")),
        text -> text);
  }

  /** {@code SecretReference}. */
  static Scalar secret() {
    return new Scalar(
        "a reference to a secret",
        "${file:PATH} or ${env:NAME}",
        List.of(),
        null,
        sorted("type", "string", "pattern", SecretReference.PATTERN),
        SecretReference.READER);
  }

  /** {@code PasswordHash}, or a {@code SecretReference} to one or to a password. */
  static Scalar password() {
    return new Scalar(
        "a password's hash",
        "as `ringmaster user hash` prints it, or ${file:PATH} or ${env:NAME}",
        List.of(),
        null,
        sorted("type", "string", "pattern", "^(\\$\\{(file|env):[^}]+\\}|\\$pbkdf2-sha256\\$.+)$"),
        PasswordHash.READER);
  }

  /** {@code String}: an IANA time zone. */
  static Scalar zone() {
    return new Scalar(
        "a time zone",
        "such as Europe/Berlin or America/Sao_Paulo",
        List.copyOf(ZoneId.getAvailableZoneIds().stream().sorted().toList()),
        null,
        Map.of("type", "string"),
        text -> {
          require(ZoneId.getAvailableZoneIds().contains(text));
          return text;
        });
  }

  /** {@code String}: a country in whose way numbers are dialled. */
  static Scalar region() {
    List<String> regions = NumberSpellings.regions();
    return new Scalar(
        "a region",
        "two capital letters, such as DE or BR",
        regions,
        null,
        sorted("type", "string", "pattern", "^[A-Z]{2}$"),
        text -> {
          require(regions.contains(text));
          return text;
        });
  }

  /** {@code String}: an ISO date. */
  static Scalar date() {
    return new Scalar(
        "a date",
        "year-month-day, such as 2026-12-25",
        List.of(),
        null,
        sorted("type", "string", "format", "date"),
        text -> LocalDate.parse(text).toString());
  }

  /** {@code String}: an ISO date, perhaps with a time of day behind it. */
  static Scalar moment() {
    return new Scalar(
        "a date, perhaps with a time",
        "year-month-day, such as 2026-12-01 or 2026-12-01 09:00",
        List.of(),
        null,
        sorted("type", "string", "pattern", "^\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2})?$"),
        text -> {
          LocalDateTime.parse((text.contains(" ") ? text : text + " 00:00").replace(' ', 'T'));
          return text;
        });
  }

  /** {@code List<OpenHours>}. */
  static Scalar hours() {
    return new Scalar(
        "hours",
        "days and times, such as mon-fri 09:00-18:00",
        List.of(),
        null,
        sorted("type", "string", "pattern", WeekHours.PATTERN),
        WeekHours::parse);
  }

  /** {@code Prompt}. */
  static Scalar prompt() {
    return new Scalar(
        "a prompt",
        "a sound's name, or number:12, digits:4930, tone:beep",
        List.of(),
        null,
        sorted(
            "type",
            "string",
            "pattern",
            "^((sound|number|digits|tone):)?[A-Za-z0-9_/.*#+-]{1,128}$"),
        Scalars::readPrompt);
  }

  private static Prompt readPrompt(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? "sound" : text.substring(0, colon);
    for (Prompt.Kind known : Prompt.Kind.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
        return new Prompt(known, text.substring(colon + 1));
      }
    }
    throw new IllegalArgumentException();
  }

  /** JSON Schema has ECMAScript's patterns, which do not know POSIX classes. */
  private static String plain(String pattern) {
    return pattern.replace("\\p{Cntrl}", "\\u0000-\\u001f\\u007f");
  }

  /** A map whose order is always the same, for what is written down. */
  static Map<String, Object> sorted(Object... pairs) {
    Map<String, Object> map = new TreeMap<>();
    List<Object> all = new ArrayList<>(List.of(pairs));
    for (int i = 0; i < all.size(); i += 2) {
      map.put((String) all.get(i), all.get(i + 1));
    }
    return map;
  }

  static void require(boolean allowed) {
    if (!allowed) {
      throw new IllegalArgumentException();
    }
  }
}
