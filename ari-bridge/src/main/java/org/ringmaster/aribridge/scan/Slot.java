// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.scan;

import org.jspecify.annotations.Nullable;

/** What is done with the value of a known key. Exactly one of the parts says it. */
record Slot(
    @Nullable EventField field,
    @Nullable EventNumber number,
    @Nullable Shape shape,
    @Nullable EventList list,
    boolean pairs) {

  static Slot text(EventField field) {
    return new Slot(field, null, null, null, false);
  }

  static Slot whole(EventNumber number) {
    return new Slot(null, number, null, null, false);
  }

  static Slot object(Shape shape) {
    return new Slot(null, null, shape, null, false);
  }

  static Slot texts(EventList list) {
    return new Slot(null, null, null, list, false);
  }

  /** An object of which each key and value is kept, one after the other. */
  static Slot pairs(EventList list) {
    return new Slot(null, null, null, list, true);
  }
}
