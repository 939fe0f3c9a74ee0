// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.call;

/** Names one bridge; becomes the ARI bridge id. */
public record BridgeId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
