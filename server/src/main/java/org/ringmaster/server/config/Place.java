// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A place in the file.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
public record Place(int line, int column) {
  static Place of(Node node) {
    return of(node.getStartMark());
  }

  static Place of(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
