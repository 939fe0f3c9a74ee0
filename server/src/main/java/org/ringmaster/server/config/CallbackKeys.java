// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.ringmaster.server.config.Key.may;
import static org.ringmaster.server.config.Key.must;
import static org.ringmaster.server.config.Key.preset;

import org.ringmaster.server.config.ValueType.ListOf;
import org.ringmaster.server.config.ValueType.Section;

/** The keys of a queue that say how its callers are called back. */
final class CallbackKeys {

  private static final ListOf PROMPTS = new ListOf(Scalars.prompt(), "[hello-world]");

  static final Key CALLBACK =
      may(
          "callback",
          Section.of(
              must(
                  "trunk",
                  Scalars.reference("trunks", "a trunk"),
                  "Through which customers are dialled. Agents on its node take the calls."),
              preset(
                  "mode",
                  Scalars.choice("customer-first", "agent-first"),
                  "customer-first",
                  "`customer-first`: the customer is dialled when the place comes up, and gets the"
                      + " next free agent. `agent-first`: an agent is rung when it comes up, and the"
                      + " customer is dialled when the agent is there."),
              may(
                  "hours",
                  Scalars.reference("calendars", "a calendar"),
                  "When customers may be dialled; without it the hours of the numbers that lead to the"
                      + " queue, if they all have the same, else always."),
              preset(
                  "tries", Scalars.whole(1, 20), "3", "How often a customer is dialled at most."),
              preset(
                  "retry",
                  Scalars.duration("1s", "24h"),
                  "5m",
                  "How long after a try in vain the next one may be."),
              preset(
                  "timeout",
                  Scalars.duration("5s", "5m"),
                  "30s",
                  "How long a customer's telephone rings."),
              preset(
                  "expire",
                  Scalars.duration("1m", "7d"),
                  "8h",
                  "How long after the wish a callback is worth nothing any more."),
              preset(
                  "early",
                  Scalars.whole(0, 100),
                  "1",
                  "How many may still be before a customer who is dialled first, while agents talk: 0"
                      + " waits for a free one."),
              may(
                  "callerid",
                  Scalars.number(),
                  "What the customer's telephone shows; else what the trunk gives."),
              may(
                  "confirmprompts",
                  PROMPTS,
                  "What is said to a caller who asks: the first before the digits of their number, the"
                      + " others behind; 1 takes it, 2 gives another. vm-num-i-have, vm-tocallnum and"
                      + " vm-calldiffnum without."),
              may(
                  "numberprompts",
                  PROMPTS,
                  "What asks for another number, to be ended with #. vm-enter-num-to-call and"
                      + " vm-then-pound without."),
              may(
                  "takenprompts",
                  PROMPTS,
                  "The last words to a caller whose place is kept. auth-thankyou and vm-goodbye"
                      + " without."),
              may(
                  "answerprompts",
                  PROMPTS,
                  "What is said to who answers, who must then press 1: a machine does not. Without any,"
                      + " everybody who answers is taken for the customer.")),
          "How callers who press a key for it are called back, with their place kept (`keys`).");

  private CallbackKeys() {}
}
