// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.wall;

import org.ringmaster.core.kernel.Author;

/**
 * Leave for a wall to look, without a login.
 *
 * @param label where it hangs, for people to read
 * @param issuedAtMicros epoch microseconds
 * @param expiresAtMicros until when it may look, epoch microseconds
 * @param revoked whether somebody has taken the leave back
 */
public record WallLink(
    WallLinkId id,
    String label,
    Author by,
    long issuedAtMicros,
    long expiresAtMicros,
    boolean revoked) {

  /** Whether it opens a wallboard at an instant, epoch microseconds. */
  public boolean isValid(long nowMicros) {
    return !revoked && nowMicros < expiresAtMicros;
  }

  WallLink takenBack() {
    return new WallLink(id, label, by, issuedAtMicros, expiresAtMicros, true);
  }
}
