// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * A password for ARI, AMI or SIP. It prints as stars; only {@link #reveal()} shows it.
 *
 * @param value 8 to 128 letters, digits and {@code _ - . ~}: nothing that a conf file, a URL or a
 *     SIP header would read in a way of its own
 */
public record Secret(String value) {
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_.~-]{8,128}");
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int DRAWN_LENGTH = 24;

  /** Refuses everything else with {@link IllegalArgumentException}, without printing it. */
  public Secret {
    Refusal.unless(ALLOWED.matcher(value).matches(), "secret", "***");
  }

  /** Draws a new secret of 24 letters and digits. */
  public static Secret draw() {
    SecureRandom random = new SecureRandom();
    StringBuilder drawn = new StringBuilder();
    for (int i = 0; i < DRAWN_LENGTH; i++) {
      drawn.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new Secret(drawn.toString());
  }

  /** The secret itself, for the conf file and the login that need it. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "***";
  }
}
