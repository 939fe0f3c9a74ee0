// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

/** Finds legs that live on an Asterisk by what is known of them. */
final class Legs {
  /** Columns of Asterisk's concise list of channels. */
  private static final int ACCOUNT = 8;

  private static final int UNIQUE_ID = 13;

  private Legs() {}

  /** The channel name of the newest leg that has a name in its account code. */
  static String named(LabAsterisk asterisk, String name) {
    return newest(asterisk, ACCOUNT, name);
  }

  /** The channel name of the leg of a unique id. */
  static String withId(LabAsterisk asterisk, String id) {
    return newest(asterisk, UNIQUE_ID, id);
  }

  private static String newest(LabAsterisk asterisk, int column, String value) {
    return asterisk
        .cli("core show channels concise")
        .lines()
        .map(line -> line.split("!", -1))
        .filter(columns -> columns.length > UNIQUE_ID && columns[column].equals(value))
        .map(columns -> columns[0])
        .max(String::compareTo)
        .orElseThrow(() -> new IllegalStateException(value + " is in no call"));
  }
}
