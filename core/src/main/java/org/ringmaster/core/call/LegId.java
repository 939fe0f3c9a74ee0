// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** Names one leg: minted by us it becomes the ARI channel id; else it is Asterisk's unique id. */
public record LegId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
