// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

/** Names a callback. */
public record CallbackId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
