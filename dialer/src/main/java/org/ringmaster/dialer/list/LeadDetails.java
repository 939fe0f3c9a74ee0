// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.list;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Personal;

/**
 * What is known of a lead beside its numbers and its time zone; read when it is dialled.
 *
 * @param name who it is; null where no column told
 * @param fields all other cells that are not empty, in the order of the file's columns
 */
public record LeadDetails(@Nullable Personal name, List<LeadField> fields) {

  /** Nothing is known. */
  public static final LeadDetails NONE = new LeadDetails(null, List.of());
}
