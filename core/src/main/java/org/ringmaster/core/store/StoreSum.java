// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.util.List;

/**
 * A number of rows that must equal a number of facts.
 *
 * @param rows what is counted: a table, and perhaps a condition, such as {@code calls where
 *     ended_at is not null}
 * @param kinds the kinds of facts that make such a row, each fact one
 */
public record StoreSum(String rows, List<String> kinds) {

  /** One that is made by facts of these kinds. */
  public static StoreSum of(String rows, String... kinds) {
    return new StoreSum(rows, List.of(kinds));
  }
}
