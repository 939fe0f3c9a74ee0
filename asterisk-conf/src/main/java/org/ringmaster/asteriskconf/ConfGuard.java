// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import com.samskivert.mustache.Mustache;
import java.util.regex.Pattern;

/**
 * The last gate before a conf file: every value that a template inserts passes here, and one that
 * could end a line, begin a comment or a section, or be read as a dialplan expression is refused.
 */
final class ConfGuard implements Mustache.Escaper {
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_.:@/+*#!~\\[\\] -]*");

  @Override
  public String escape(String raw) {
    Refusal.unless(ALLOWED.matcher(raw).matches(), "value for a conf file", raw);
    return raw;
  }
}
