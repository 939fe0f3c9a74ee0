// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.wall;

/** Names a wallboard link; alone it opens nothing. */
public record WallLinkId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
