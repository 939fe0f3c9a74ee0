// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.codec;

/** What of a record is written. */
public enum EncodeMode {
  /**
   * Every component, those that tell of people included. The only mode that can be read back whole.
   */
  FULL,
  /**
   * Everything but {@code Personal} components, so that two states which differ only in names,
   * numbers and addresses are the same state, also after these have been sealed or forgotten.
   */
  HASH
}
