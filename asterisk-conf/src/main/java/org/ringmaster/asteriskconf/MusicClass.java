// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import java.util.regex.Pattern;

/**
 * Music on hold.
 *
 * @param name the class's name
 * @param folder a folder of sound files: absolute, or below Asterisk's shared folder
 */
public record MusicClass(ConfName name, String folder) {
  private static final Pattern PATH = Pattern.compile("/?[A-Za-z0-9._+-]+(/[A-Za-z0-9._+-]+)*");

  /** Refuses a folder that is no plain path. */
  public MusicClass {
    Refusal.unless(PATH.matcher(folder).matches(), "folder", folder);
    Refusal.unless(!name.equals(QUIET), "free name for a music class", name.value());
  }

  /** The name of the class of silence, which every edge has without being told. */
  public static final ConfName QUIET = new ConfName("quiet");

  /** The music that comes with Asterisk, as the class {@code default}. */
  public static MusicClass supplied() {
    return new MusicClass(new ConfName("default"), "moh");
  }
}
