// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.ringmaster.server.config.Key.may;
import static org.ringmaster.server.config.Key.must;
import static org.ringmaster.server.config.Key.preset;

import org.ringmaster.server.config.ValueType.ListOf;
import org.ringmaster.server.config.ValueType.MapOf;
import org.ringmaster.server.config.ValueType.Named;
import org.ringmaster.server.config.ValueType.Scalar;
import org.ringmaster.server.config.ValueType.Section;

/** The keys about Asterisk: nodes, trunks, telephones. */
final class TelephonyKeys {
  private static final Scalar SIP_CONTACT =
      Scalars.matching(
          "a SIP contact",
          "sip:HOST or sip:HOST:PORT",
          "sip:[A-Za-z0-9][A-Za-z0-9.-]{0,252}(?::[0-9]{1,5})?");

  private static final Scalar RATE_OF =
      Scalars.matching(
          "how a number begins",
          "with + and the country's code, or + alone for all",
          "\\+(?:[1-9][0-9]{0,14})?");

  private static final Scalar COST =
      Scalars.matching("what a minute costs", "such as 0.02", "[0-9]{1,6}(\\.[0-9]{1,6})?");

  static final Key CURRENCY =
      may(
          "currency",
          Scalars.matching("a currency", "three capital letters, such as EUR", "[A-Z]{3}"),
          "Of which money the `rates` of trunks and what campaigns `spend` are.");

  static final Key NODES =
      must(
          "nodes",
          new Named(
              "node",
              Scalars.name(),
              Section.of(
                  preset(
                      "lab",
                      Scalars.yesNo(),
                      "no",
                      "Whether this is an Asterisk that the platform installs and runs itself. Its"
                          + " files are written from this file."),
                  may(
                      "ari",
                      Section.of(
                          must(
                              "url",
                              Scalars.ariUrl(),
                              "Where ARI is, such as `http://192.0.2.5:8088/ari`."),
                          must("user", Scalars.name(), "The user in ari.conf."),
                          must("secret", Scalars.secret(), "That user's password.")),
                      "The REST interface of an Asterisk of your own; nothing is written to it."),
                  may(
                      "ami",
                      Section.of(
                          must("host", Scalars.text(), "Where AMI listens."),
                          preset("port", Scalars.whole(1, 65_535), "5038", "Its port."),
                          must("user", Scalars.name(), "The user in manager.conf."),
                          must("secret", Scalars.secret(), "That user's secret."),
                          may(
                              "zone",
                              Scalars.zone(),
                              "The time zone of the Asterisk's machine, if it is not that of this"
                                  + " one: CEL read through AMI has local times.")),
                      "The manager interface: states of telephones and trunks, and CEL where there"
                          + " is no `celfile`. Calls do not need it."),
                  may(
                      "celfile",
                      Scalars.path(),
                      "The file that cel_custom.conf writes on this machine: the second witness of"
                          + " calls. Without it CEL is read through AMI."),
                  may(
                      "recordings",
                      Scalars.path(),
                      "Its folder of recordings (`/var/spool/asterisk/recording`), where that is on"
                          + " this machine and may be written to. Without it recordings are fetched"
                          + " by HTTP."))),
          "The Asterisks, by name. A node's name is its `systemname` in asterisk.conf.");

  static final Key TRUNKS =
      may(
          "trunks",
          new Named(
              "trunk",
              Scalars.name(),
              Section.of(
                  must("node", Scalars.reference("nodes", "a node"), "The node it hangs on."),
                  may(
                      "contact",
                      SIP_CONTACT,
                      "Where calls are sent to, as in pjsip.conf. In the lab the world outside, if"
                          + " not given."),
                  may(
                      "match",
                      new ListOf(
                          Scalars.matching(
                              "an address",
                              "192.0.2.10, 192.0.2.10:5060 or 192.0.2.0/24",
                              "[A-Za-z0-9][A-Za-z0-9.-]{0,252}(?::[0-9]{1,5})?(?:/[0-9]{1,2})?"),
                          "[192.0.2.10]"),
                      "What tells that a call is this trunk's, as in pjsip.conf."),
                  may("username", Scalars.name(), "The user that the carrier knows us by."),
                  may("secret", Scalars.secret(), "That user's password."),
                  preset(
                      "register", Scalars.yesNo(), "no", "Whether we register with the carrier."),
                  preset(
                      "channels",
                      Scalars.whole(0, 100_000),
                      "0",
                      "Most calls at once, in both directions; 0 is no limit."),
                  preset(
                      "cps",
                      Scalars.whole(0, 10_000),
                      "0",
                      "Most new outbound calls a second; 0 is no limit."),
                  may(
                      "attestation",
                      Scalars.choice("A", "B", "C"),
                      "At which level the carrier signs calls with the numbers that we show"
                          + " (STIR/SHAKEN), as it told you: shown beside how these numbers are"
                          + " answered."),
                  may(
                      "rates",
                      new MapOf(RATE_OF, COST, "{\"+4930\": 0.01, \"+49\": 0.02, \"+\": 0.5}"),
                      "What a minute to numbers that begin so costs, in `currency`; of several the"
                          + " longest holds, and `+` is for all others. Campaigns count by it what"
                          + " they `spend`."),
                  preset(
                      "billing",
                      Scalars.matching(
                          "how calls are billed",
                          "seconds at least / seconds of each step: 60/60, 60/1, 1/1",
                          "[1-9][0-9]{0,2}/[1-9][0-9]{0,2}"),
                      "60/60",
                      "In what steps an answered call is billed: the first at least, then each begun"
                          + " one, in seconds."))),
          "The carriers, by name. A trunk's name is its endpoint's in pjsip.conf.");

  static final Key TELEPHONES =
      may(
          "telephones",
          new Named(
              "telephone",
              Scalars.name(),
              Section.of(
                  must("node", Scalars.reference("nodes", "a node"), "The node it hangs on."),
                  preset(
                      "use",
                      Scalars.choice("rung", "auto-answer", "open"),
                      "rung",
                      "`rung`: it rings for each caller. `auto-answer`: it is told to answer by"
                          + " itself. `open`: one call to it stays up from sign-in to sign-out, and a"
                          + " caller comes with a short tone."),
                  may(
                      "contact",
                      SIP_CONTACT,
                      "Where it always is, as in pjsip.conf. Without it the telephone registers."),
                  may(
                      "secret",
                      Scalars.secret(),
                      "Its SIP password. In the lab one is drawn, if not given."),
                  preset(
                      "webrtc",
                      Scalars.yesNo(),
                      "no",
                      "Whether it is a browser's, as in pjsip.conf."),
                  preset(
                      "transferkey",
                      Scalars.yesNo(),
                      "no",
                      "Whether its own transfer key is heeded (SIP REFER), beside the codes under"
                          + " `transfers`. Needs Asterisk 22.3, 21.8 or 20.13; before 22.11 a"
                          + " telephone that sends `Refer-Sub: false` with it ends Asterisk."))),
          "The agents' telephones, by name. A telephone's name is its endpoint's in pjsip.conf.");

  private TelephonyKeys() {}
}
