// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

/** What the sender of a request hears, after the facts it caused are synced. */
public sealed interface Answer {

  /** Done. The detail is short text for a person, such as the id of what came into being. */
  record Accepted(String detail) implements Answer {}

  /** Not done, nothing changed. Why, as a sentence that says what to do. */
  record Refused(String why) implements Answer {}
}
