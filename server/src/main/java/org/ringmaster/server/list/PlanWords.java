// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.list;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringmaster.dialer.load.ListGuess;

/** Reads the words of a plan; what they do not mean is refused in a sentence. */
final class PlanWords {

  private static final Pattern POSTAL_CODE = Pattern.compile("(?i)(^|,)\\s*postalcode\\s*=");

  private PlanWords() {}

  /** Whether a column is said to have postal codes. */
  static boolean saysPostalCode(ImportPlan plan) {
    return POSTAL_CODE.matcher(plan.map()).find();
  }

  static ListGuess.Given given(ImportPlan plan) {
    return new ListGuess.Given(charset(plan.charset()), delimiter(plan));
  }

  static @Nullable ZoneId zone(@Nullable String name) {
    try {
      return name == null ? null : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "No time zone is called '" + name + "'; they are written like Europe/Berlin.", e);
    }
  }

  private static @Nullable Charset charset(@Nullable String name) {
    try {
      return name == null ? null : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IllegalArgumentException(
          "No encoding is called '" + name + "'; they are written like UTF-8 or windows-1252.", e);
    }
  }

  private static @Nullable Character delimiter(ImportPlan plan) {
    String said = plan.delimiter();
    if (said == null) {
      return null;
    }
    String sign = said.equals("tab") || said.equals("\\t") ? "\t" : said;
    boolean fits =
        sign.length() == 1
            && StandardCharsets.US_ASCII.newEncoder().canEncode(sign)
            && "\"\r\n".indexOf(sign.charAt(0)) < 0;
    if (!fits) {
      throw new IllegalArgumentException("A delimiter is one sign such as ; or the word tab.");
    }
    return sign.charAt(0);
  }
}
