// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.ringmaster.server.config.Key.may;
import static org.ringmaster.server.config.Key.preset;

import java.util.List;
import org.ringmaster.server.config.ValueType.ListOf;
import org.ringmaster.server.config.ValueType.Section;
import org.ringmaster.server.config.ValueType.WordOr;

/** The keys that say what a queue asks of its agents, and how much of a pause is allowed. */
final class AgentRuleKeys {

  private static final int MOST_MISSES = 100;

  static final Key AUTO_PAUSE =
      preset(
          "autopause",
          new WordOr(
              Scalars.yesNo(),
              Section.of(
                  preset(
                      "noanswer",
                      Scalars.whole(0, MOST_MISSES),
                      "0",
                      "After so many calls in a row that rang in vain (reason `no-answer`); 0 is"
                          + " never."),
                  preset(
                      "busy",
                      Scalars.whole(0, MOST_MISSES),
                      "0",
                      "After so many that were busy or rejected (reason `busy`)."),
                  preset(
                      "unreachable",
                      Scalars.whole(0, MOST_MISSES),
                      "1",
                      "After so many for which the telephone could not be reached (reason"
                          + " `telephone-lost`)."),
                  preset(
                      "silent",
                      Scalars.whole(0, MOST_MISSES),
                      "0",
                      "After so many talks in a row of 5 seconds or more in which nobody was heard"
                          + " to speak at the agent's end (reason `silent`); 0 is never, and no node"
                          + " listens then."))),
          "no",
          "Whether an agent who does not answer is paused: `yes` at once, or after a number of calls"
              + " in vain. Who cannot be reached is paused at once unless `unreachable` says"
              + " otherwise.");

  /** All of them that a queue has beside {@link #AUTO_PAUSE}. */
  static final List<Key> QUEUE =
      List.of(
          may(
              "dispositions",
              Section.of(
                  may(
                      "codes",
                      new ListOf(
                          Scalars.reference("dispositions", "a disposition"), "[sold, later]"),
                      "What a contact of this queue can have been; all of them without it."),
                  preset(
                      "forced",
                      Scalars.yesNo(),
                      "no",
                      "Whether an agent stays in wrap-up until they have said what it was."),
                  preset(
                      "limit",
                      Scalars.duration("5s", "24h"),
                      "2m",
                      "After how long `otherwise` holds, where it is forced."),
                  may(
                      "otherwise",
                      Scalars.reference("dispositions", "a disposition"),
                      "What it was where nobody says so in time; needed where it is forced.")),
              "What agents say of this queue's contacts."),
          preset(
              "wrapupextension",
              Scalars.duration("0", "1h"),
              "0",
              "By how much an agent may extend a wrap-up at a time."),
          preset(
              "wrapupextensions",
              Scalars.whole(0, 20),
              "1",
              "How often, where `wrapupextension` is more than 0."));

  /** How much of a pause is allowed. */
  static final List<Key> PAUSE =
      List.of(
          preset(
              "most",
              Scalars.duration("0", "24h"),
              "0",
              "How long one such pause may last; 0 is for ever. A longer one is recorded."),
          preset(
              "mostaday",
              Scalars.duration("0", "24h"),
              "0",
              "How long all of an agent's may last together on a day."),
          preset(
              "atonce",
              Scalars.whole(0, 10_000),
              "0",
              "How many agents may have one at once; 0 is any."),
          preset(
              "ofqueue",
              Scalars.whole(0, 10_000),
              "0",
              "How many agents who serve the same queue may have one at once."),
          preset(
              "beyond",
              Scalars.choice("refuse", "alarm"),
              "refuse",
              "What happens to an agent who asks for more: `refuse` says no, `alarm` lets them and"
                  + " records it. Supervisors are never refused."));

  private AgentRuleKeys() {}
}
