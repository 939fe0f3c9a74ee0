// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import java.util.regex.Pattern;

/**
 * The folders of one Asterisk, as Asterisk itself sees them.
 *
 * @param instance everything this Asterisk writes lies below it: {@code etc log spool run db}
 * @param modules where its modules lie ({@code astmoddir}); a wrong one and nothing loads
 * @param shared the read-only folder of sounds and music ({@code astdatadir})
 */
public record Folders(String instance, String modules, String shared) {
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._+-]+)+");

  /** Refuses anything but plain absolute paths. */
  public Folders {
    Refusal.unless(PATH.matcher(instance).matches(), "folder", instance);
    Refusal.unless(PATH.matcher(modules).matches(), "folder", modules);
    Refusal.unless(PATH.matcher(shared).matches(), "folder", shared);
  }
}
