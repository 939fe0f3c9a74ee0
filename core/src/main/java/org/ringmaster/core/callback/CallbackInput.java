// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.callback;

import java.util.List;
import org.ringmaster.core.kernel.Author;
import org.ringmaster.core.kernel.Input;

/** What configuration, people and timers tell about callbacks. */
public sealed interface CallbackInput extends Input {

  /** The queues that call back now, and how. */
  record PlansRead(List<CallbackPlan> plans) implements CallbackInput {}

  /** Somebody takes a callback back. */
  record Cancel(CallbackId callback, Author author) implements CallbackInput {}

  /** Somebody wants a customer called back before all others. */
  record Hasten(CallbackId callback, Author author) implements CallbackInput {}

  /** Time to look at a callback: once, or again and again as long as it lives. */
  record LookDue(CallbackId callback, boolean again) implements CallbackInput {}
}
