// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.ringmaster.server.config.Key.may;
import static org.ringmaster.server.config.Key.must;
import static org.ringmaster.server.config.Key.preset;

import org.ringmaster.server.config.ValueType.ListOf;
import org.ringmaster.server.config.ValueType.Named;
import org.ringmaster.server.config.ValueType.Scalar;
import org.ringmaster.server.config.ValueType.Section;

/** The keys of the numbers that campaigns show. */
final class CallerIdKeys {

  private static final Scalar NUMBER =
      Scalars.matching(
          "a number of the house", "such as +34910000001, with the country", "\\+[1-9][0-9]{5,14}");

  static final Key CALLER_IDS =
      may(
          "callerids",
          new Named(
              "pool of caller ids",
              Scalars.name(),
              Section.of(
                  must(
                      "numbers",
                      new ListOf(NUMBER, "[\"+34910000001\", \"+34930000001\"]"),
                      "Numbers of the house, of which a lead's telephone shows one. Show none that"
                          + " is not yours."),
                  preset(
                      "pick",
                      Scalars.choice("rotate", "nearest"),
                      "rotate",
                      "`rotate`: the number that was shown least in this hour, of several the one that"
                          + " was shown least in 24 hours. `nearest`: the one that"
                          + " begins with most of the digits with which the lead's number begins, so"
                          + " that a lead sees a number of its own area if there is one."),
                  preset(
                      "mostaday",
                      Scalars.whole(0, 100_000),
                      "0",
                      "How often one number is shown within 24 hours, by all campaigns; 0 for as often"
                          + " as they like. Once each of a pool was, nobody is dialled."),
                  preset(
                      "prefix",
                      Scalars.matching("a prefix", "up to 8 digits, +, or \"\"", "[+0-9]{0,8}"),
                      "+",
                      "What the trunk wants before the digits of a number that is shown."))),
          "Numbers that campaigns show, by the name of their pool. How each is answered is watched:"
              + " one that is answered far less than the others of its pool, or than itself in the"
              + " days before, is perhaps shown as unwanted, and is told.");

  private CallerIdKeys() {}
}
