// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

import java.util.Locale;

/** A language in which callers are spoken to. Its prompts lie in a folder of its tag's name. */
public enum Language {
  /** English. */
  EN,
  /** Spanish. */
  ES,
  /** Portuguese. */
  PT;

  /** The folder's name, which is Asterisk's name of the language: {@code en}. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
