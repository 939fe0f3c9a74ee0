// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

/**
 * Something wrong in the file.
 *
 * @param place where
 * @param text what, in one sentence without a full stop
 */
public record Finding(Place place, String text) {
  /** The finding as editors understand it: {@code ringmaster.yaml:12:5: unknown key ...}. */
  public String line(String file) {
    return file + ":" + place.line() + ":" + place.column() + ": " + text;
  }
}
