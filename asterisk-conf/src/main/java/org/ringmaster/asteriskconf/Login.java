// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

/**
 * A user of ARI or AMI.
 *
 * @param user its name
 * @param secret its password
 */
public record Login(ConfName user, Secret secret) {
  /** A user of this name with a secret drawn now. */
  public static Login drawn(String user) {
    return new Login(new ConfName(user), Secret.draw());
  }
}
