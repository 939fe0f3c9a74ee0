// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.journal;

/**
 * What the frames of a file hold; the constant's code stands in the file's header and never
 * changes.
 */
enum SegmentKind {
  FACTS(1, "facts"),
  INPUTS(2, "inputs"),
  SNAPSHOT(3, "snapshot");

  final int code;
  final String prefix;

  SegmentKind(int code, String prefix) {
    this.code = code;
    this.prefix = prefix;
  }
}
