// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.ringmaster.server.config.Key.may;
import static org.ringmaster.server.config.Key.must;
import static org.ringmaster.server.config.Key.preset;

import org.ringmaster.server.config.ValueType.ListOf;
import org.ringmaster.server.config.ValueType.Named;
import org.ringmaster.server.config.ValueType.Section;

/** The keys about the platform itself: cell, journal, store, http, users. */
final class PlatformKeys {
  static final Key CELL =
      may(
          "cell",
          Section.of(
              preset(
                  "number",
                  Scalars.whole(1, 99),
                  "1",
                  "The number of this cell. It stands in every id, so that cells that share a store"
                      + " never meet. A journal belongs to one cell for ever.")),
          "Which of several installations with one store this is.");

  static final Key JOURNAL =
      may(
          "journal",
          Section.of(
              preset(
                  "folder",
                  Scalars.path(),
                  "journal",
                  "Where the journal lies; a relative path counts from the `var` folder."),
              preset(
                  "keep",
                  Scalars.duration("1h", "3650d"),
                  "7d",
                  "How long facts are kept in the journal. They go only when a snapshot and the store"
                      + " have them too."),
              preset(
                  "segmentsize",
                  Scalars.size("1M", "1G"),
                  "32M",
                  "The size of one file of the journal. Two are always held in reserve."),
              preset(
                  "inputs",
                  Scalars.yesNo(),
                  "yes",
                  "Whether everything we are told is recorded too, so that a day can be repeated."),
              preset(
                  "inputskeep",
                  Scalars.duration("1h", "3650d"),
                  "2d",
                  "How long the recorded inputs are kept.")),
          "The journal: every fact, synced before anything leaves the platform.");

  static final Key JOURNEY =
      may(
          "journey",
          Section.of(
              preset(
                  "remember",
                  Scalars.duration("1d", "36500d"),
                  "365d",
                  "How long the platform itself remembers a customer who has not come for a week. Who"
                      + " comes later from the same number is a new customer under the same"
                      + " identity; the store keeps both.")),
          "Customers and their journeys.");

  static final Key STORE =
      may(
          "store",
          Section.of(
              may(
                  "url",
                  Scalars.matching(
                      "a JDBC URL", "jdbc:postgresql://HOST/DATABASE", "jdbc:postgresql:[^\\s]+"),
                  "A PostgreSQL of your own, 15 or newer. Without it a PostgreSQL comes up beside the"
                      + " platform, with its data under `var`."),
              may("user", Scalars.text(), "The user to log in as."),
              may("secret", Scalars.secret(), "That user's password."),
              may(
                  "keep",
                  Scalars.duration("1d", "36500d"),
                  "How long facts are kept in the table `facts`, by whole days and counted from the"
                      + " newest fact. Without it they are kept for ever. All other tables keep"
                      + " their rows; they can then be filled anew only from what is left.")),
          "The journey store in PostgreSQL.");

  static final Key QUEUE_LOG =
      may(
          "queuelog",
          Section.of(
              may(
                  "file",
                  Scalars.path(),
                  "The file to write as app_queue writes its own, for QueueMetrics, Asternic and the"
                      + " like; a relative path counts from the `var` folder. Without it no file is"
                      + " written. It holds callers' numbers, as Asterisk's does."),
              preset(
                  "table",
                  Scalars.yesNo(),
                  "no",
                  "Whether the same is written into the table `asterisk.queue_log` of the journey"
                      + " store's PostgreSQL, with the columns of Asterisk's realtime family.")),
          "The log of queues as Asterisk's own app_queue would write it.");

  static final Key HTTP =
      may(
          "http",
          Section.of(
              preset(
                  "bindaddr",
                  Scalars.matching(
                      "an IPv4 address",
                      "such as 127.0.0.1, or 0.0.0.0 for all",
                      "(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}"
                          + "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])"),
                  "127.0.0.1",
                  "The address that pages and API listen on, as in http.conf."),
              preset(
                  "bindport",
                  Scalars.whole(0, 65_535),
                  "0",
                  "The port that pages and API listen on, as in http.conf. 0 takes the last run's if"
                      + " that is free, else any; `up` prints which."),
              may(
                  "names",
                  new ListOf(
                      Scalars.matching(
                          "a host's name",
                          "such as board.example.com, without a port",
                          "[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?"),
                      "[board.example.com]"),
                  "The names under which browsers reach them, as behind a proxy. Plain addresses and"
                      + " `localhost` need none; every other name is refused, so that no other"
                      + " site can pass for this one.")),
          "Pages and API. They speak plain HTTP: put a proxy with TLS in front before you open them.");

  static final Key USERS =
      may(
          "users",
          new Named(
              "user",
              Scalars.matching(
                  "a user's name",
                  "letters, digits and . _ @ -, at most 64",
                  "[A-Za-z0-9][A-Za-z0-9._@-]{0,63}"),
              Section.of(
                  must(
                      "role",
                      Scalars.choice("admin", "supervisor", "agent", "viewer"),
                      "What the user may do: `viewer` looks, `agent` signs in and pauses, `supervisor`"
                          + " does so for others, `admin` may reload the configuration too."),
                  must(
                      "password",
                      Scalars.password(),
                      "The password's hash, as `ringmaster user hash` prints it, or a reference to"
                          + " the hash or the password."),
                  may(
                      "agent",
                      Scalars.reference("agents", "an agent"),
                      "The agent that this user is."))),
          "Who may open the pages. Without any, the first `up` makes one supervisor and prints the"
              + " password once.");

  private PlatformKeys() {}
}
