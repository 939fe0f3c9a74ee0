// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.ringmaster.server.config.Key.may;
import static org.ringmaster.server.config.Key.must;
import static org.ringmaster.server.config.Key.preset;

import org.ringmaster.server.config.ValueType.Named;
import org.ringmaster.server.config.ValueType.Section;

/** The keys about what agents may do with calls in hand. */
final class TransferKeys {
  private static final String PLACE = "(?:[0-9XZNxzn*#]|\\[[0-9]+(?:-[0-9])?[0-9]*\\])";
  private static final String PATTERN = "\\+?[0-9*#]{1,32}|_\\+?" + PLACE + "{1,32}\\.?";

  static final Key TRANSFERS =
      may(
          "transfers",
          Section.of(
              may(
                  "numbers",
                  new Named(
                      "number that agents may call",
                      Scalars.matching(
                          "a number or a pattern",
                          "+4930123, 110 or, as in extensions.conf, _0[1-9]X.",
                          PATTERN),
                      Section.of(
                          must(
                              "trunk",
                              Scalars.reference("trunks", "a trunk"),
                              "The trunk that leads there."),
                          may(
                              "hours",
                              Scalars.reference("calendars", "a calendar"),
                              "When it may be called; without it, always."))),
                  "The outside numbers that agents may call, consult and hand callers to; the first"
                      + " that fits counts. A pattern begins with _ as in extensions.conf: X is 0-9,"
                      + " Z 1-9, N 2-9, [1-3] one of these, a dot at the end whatever follows. Without"
                      + " any, no outside number is allowed."),
              preset(
                  "timeout",
                  Scalars.duration("5s", "5m"),
                  "30s",
                  "How long somebody is rung whom a caller is handed to or who is consulted. Then"
                      + " the caller comes back to the agent, or to the queue."),
              preset(
                  "parkingtime",
                  Scalars.duration("10s", "24h"),
                  "45s",
                  "How long a caller stays parked before they come back to the agent, as in"
                      + " res_parking.conf."),
              preset(
                  "parkpos",
                  Scalars.matching("places", "701-720", "[0-9]{2,6}-[0-9]{2,6}"),
                  "701-720",
                  "The places for parked callers, which are dialled to fetch them, as in"
                      + " res_parking.conf."),
              may(
                  "codes",
                  Section.of(
                      code("hold", "*2", "Holds the caller, or takes them back."),
                      code("complete", "*3", "Gives the caller to whom was consulted."),
                      code("cancel", "*4", "Lets go whom was consulted."),
                      code("swap", "*5", "Turns to the other of the two."),
                      code("conference", "*6", "Joins all three."),
                      code("park", "*7", "Parks the caller."),
                      code("transfer", "*8", "Hands on to whom follows, ended by #."),
                      code("consult", "*9", "Consults whom follows, ended by #."),
                      code("record", "*1", "Records the call, pauses that, or goes on with it."),
                      code(
                          "card",
                          "*0",
                          "Pauses the recording while digits of a card are taken, or goes on.")),
                  "What agents press on their telephones during a call: a star and a digit. Whom is an"
                      + " agent's number, a number of ours that leads to a queue, or an outside"
                      + " number.")),
          "What agents may do with calls in hand.");

  private static Key code(String what, String usual, String does) {
    return preset(
        what,
        Scalars.matching("a code", "*2, or none", "\\*[0-9]|none"),
        usual,
        does + " `none`: not by code.");
  }

  private TransferKeys() {}
}
