// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.ringmaster.server.config.Key.may;
import static org.ringmaster.server.config.Key.must;
import static org.ringmaster.server.config.Key.preset;

import java.util.List;
import org.ringmaster.server.config.ValueType.ListOf;
import org.ringmaster.server.config.ValueType.Named;
import org.ringmaster.server.config.ValueType.Scalar;
import org.ringmaster.server.config.ValueType.Section;

/** The keys of campaigns. */
final class CampaignKeys {

  private static final Scalar RATIO =
      Scalars.matching(
          "a ratio from 1 to 10", "such as 2 or 2.5", "10(\\.0{1,2})?|[1-9](\\.[0-9]{1,2})?");
  private static final Scalar PERCENT =
      Scalars.matching(
          "a percentage from 0.1 to 10",
          "such as 3 or 2.5",
          "10(\\.0{1,2})?|[1-9](\\.[0-9]{1,2})?|0\\.[1-9][0-9]?");
  private static final Scalar SHARE =
      Scalars.matching(
          "a percentage from 0 to 100", "such as 2 or 2.5", "100|[1-9]?[0-9](\\.[0-9]{1,2})?");
  private static final Scalar OUTCOME =
      Scalars.matching(
          "an outcome",
          "no-answer, busy, congested, unreachable, hung-up, abandoned, lost, machine,"
              + " message-left or message-failed",
          "no-answer|busy|congested|unreachable|hung-up|abandoned|lost|machine|message-left"
              + "|message-failed");

  private static final Scalar BEGINNING =
      Scalars.matching(
          "how a number begins", "with + and the country's code", "\\+[1-9][0-9]{0,14}");

  private static final Scalar AMOUNT =
      Scalars.matching(
          "an amount above 0", "such as 50 or 12.5", "(?!0+(\\.0+)?$)[0-9]{1,9}(\\.[0-9]{1,6})?");

  private static final Scalar PLACE =
      new Scalar(
          "how a number begins, or a country",
          "with + and the country's code, or such as DE or US; not a country like KZ or JE, whose"
              + " numbers begin as another one's do",
          List.of(),
          null,
          Scalars.sorted(
              "type", List.of("string", "number"), "pattern", "^(?:\\+[1-9][0-9]{0,14}|[A-Z]{2})$"),
          text -> {
            Scalars.require(text.matches("\\+[1-9][0-9]{0,14}|[A-Z]{2}"));
            Scalars.require(!NumberPlaces.beginnings(text).isEmpty());
            return text;
          });

  private static final Section CAP =
      Section.of(
          must("most", Scalars.whole(1, 500), "How many dials there may be."),
          must(
              "within",
              Scalars.matching(
                  "a window",
                  "up to 99h or 31d before each moment, or day, week or month of the calendar",
                  "day|week|month|[1-9][0-9]?h|([1-9]|[12][0-9]|3[01])d"),
              "Within what they are counted: `24h`, `7d`, `30d` before each moment, or the"
                  + " calendar's `day`, `week` (from Monday) or `month` where the lead is; where it"
                  + " may be in several time zones, the window must have begun anew in all."),
          preset(
              "by",
              Scalars.choice("person", "number"),
              "person",
              "`person`: all numbers of a lead together, each of them counted for every lead that"
                  + " has it. `number`: each number alone."),
          may(
              "numbers",
              new ListOf(PLACE, "[\"+1305\", \"+1786\"]"),
              "Only for numbers that begin so, or are of a country (`DE`, `US`); by person where one"
                  + " number of the lead is. Countries that share +1 are told apart by their area"
                  + " codes as they are known to this version; states are lists of area codes."
                  + " Without, for all."));

  static final Key CAMPAIGNS =
      may(
          "campaigns",
          new Named(
              "campaign",
              Scalars.name(),
              Section.of(
                  must(
                      "queue",
                      Scalars.reference("queues", "a queue"),
                      "The queue that leads join who have answered; its agents talk with them."),
                  must(
                      "trunk",
                      Scalars.reference("trunks", "a trunk"),
                      "Through which leads are dialled. Agents on its node take the calls."),
                  must(
                      "hours",
                      Scalars.reference("calendars", "a calendar"),
                      "When leads may be called, by the clock where they are: in every time zone in"
                          + " which a lead may be. Days are counted in the calendar's own zone."),
                  may(
                      "law",
                      new ListOf(
                          Scalars.choice(Laws.NAMES.toArray(String[]::new)),
                          "[ftc-sales, us-states]"),
                      "[Presets of laws](laws.md): what is not said here is as strict as they are,"
                          + " and what is looser is refused. Engineering values, no legal advice."),
                  preset(
                      "mode",
                      Scalars.choice(
                          "progressive", "power", "predictive", "preview", "manual", "agentless"),
                      "progressive",
                      "`progressive`: a line for each idle agent. `power`: `ratio` lines for each."
                          + " `predictive`: as many as `maxabandon` allows. Where agents'"
                          + " telephones must be rung first, all of them are progressive at most."
                          + " `preview`: a lead is shown to a free agent, who has it dialled by key,"
                          + " skips it, or lets `previewtime` run out. `manual`: the same, but"
                          + " nobody is dialled unless the agent presses the key. `agentless`: who"
                          + " answers hears `message`, with keys; as many lines as `maxlines` and the"
                          + " trunk allow."),
                  may(
                      "message",
                      new ListOf(Scalars.prompt(), "[hello-world]"),
                      "What who answers is told in mode `agentless`; it should say which keys there"
                          + " are."),
                  may(
                      "queuekey",
                      Scalars.matching("a key", "a digit, * or #", "[0-9*#]"),
                      "The key by which who hears the message reaches the queue, in mode"
                          + " `agentless`."),
                  may(
                      "optoutkey",
                      Scalars.matching("a key", "a digit, * or #", "[0-9*#]"),
                      "The key by which who hears the message of mode `agentless`, or in the other"
                          + " modes dropprompts, is on the do-not-call list from then on."),
                  may(
                      "callbackkey",
                      Scalars.matching("a key", "a digit, * or #", "[0-9*#]"),
                      "The key by which the queue calls them back as its `callback` says, within the"
                          + " campaign's `hours` where that names none, in mode `agentless`."),
                  preset(
                      "keytime",
                      Scalars.duration("1s", "30s"),
                      "5s",
                      "How long after the message a key is waited for, in mode `agentless`."),
                  preset(
                      "previewtime",
                      Scalars.duration("0s", "1h"),
                      "30s",
                      "How long an agent may look at a lead in modes `preview` and `manual`; 0s for"
                          + " as long as they like."),
                  preset(
                      "previewend",
                      Scalars.choice("skip", "dial"),
                      "skip",
                      "What becomes of the lead when that time runs out: it is skipped, or dialled."
                          + " Mode `manual` only skips."),
                  preset(
                      "previewretry",
                      Scalars.duration("1m", "30d"),
                      "1h",
                      "How long a lead rests that was skipped, or whose time ran out."),
                  preset("ratio", RATIO, "2", "Lines for each idle agent in mode `power`."),
                  preset(
                      "maxabandon",
                      PERCENT,
                      "3",
                      "How many of a hundred answered calls may find no agent in time, in the day,"
                          + " in 24 hours, in 30 days and in the month."),
                  may(
                      "dropgroup",
                      Scalars.name(),
                      "Campaigns that name the same group are held to `maxabandon` together, too: each"
                          + " by itself, and all their answered calls."),
                  preset(
                      "smallteam",
                      Scalars.whole(0, 50),
                      "3",
                      "With fewer agents at work `predictive` is `progressive`."),
                  preset(
                      "maxlines",
                      Scalars.whole(1, 10_000),
                      "1000",
                      "How many lines the campaign has at most."),
                  preset(
                      "timeout",
                      Scalars.duration("15s", "2m"),
                      "26s",
                      "How long a lead's telephone rings, from when the carrier says that it does; laws"
                          + " want at least 15 seconds."),
                  may(
                      "callerid",
                      Scalars.number(),
                      "What the lead's telephone shows; else what the trunk gives."),
                  may(
                      "callerids",
                      Scalars.reference("callerids", "a pool of caller ids"),
                      "The pool of which the lead's telephone shows a number, in place of"
                          + " `callerid`."),
                  preset(
                      "prefix",
                      Scalars.matching("a prefix", "up to 8 digits, + or #", "[+0-9*#]{1,8}"),
                      "+",
                      "What is dialled before a number's digits, which begin with the country's."),
                  preset(
                      "tries", Scalars.whole(1, 50), "6", "How often a lead is dialled at most."),
                  preset(
                      "numbertries",
                      Scalars.whole(1, 50),
                      "3",
                      "How often one number is dialled within 24 hours, by all campaigns; all"
                          + " numbers of a lead together where a preset in `law` bounds it."),
                  may(
                      "from",
                      Scalars.moment(),
                      "Before this nobody is dialled though it runs, by the clock of its calendar's"
                          + " zone: a date, perhaps with a time."),
                  may(
                      "until",
                      Scalars.moment(),
                      "From then on nobody is dialled: it is paused by itself, and who is rung or"
                          + " talks is left to it. A date without a time is the last day. By the"
                          + " clock of its calendar's zone."),
                  may(
                      "destinations",
                      new ListOf(BEGINNING, "[\"+49\", \"+43\"]"),
                      "Only numbers that begin so are dialled; without, all that `refused` leaves."),
                  may(
                      "refused",
                      new ListOf(BEGINNING, "[\"+49900\"]"),
                      "No number that begins so is dialled, also where `destinations` has it. Those of"
                          + " satellites and of premium services across borders (+870, +878, +881,"
                          + " +882, +883, +888, +979) are refused unless destinations names them."),
                  may(
                      "spend",
                      Section.of(
                          may(
                              "day",
                              AMOUNT,
                              "How much on a calendar day, in the zone of its calendar."),
                          may("campaign", AMOUNT, "How much in all.")),
                      "How much its calls may cost, in `currency` and by the trunk's `rates`. Nobody is"
                          + " dialled where what was spent, what is kept for its lines (a minute each,"
                          + " or what one has cost by then) and a minute more would be above it."
                          + " Numbers without a rate are not dialled then."),
                  may(
                      "caps",
                      new Named("cap", Scalars.name(), CAP),
                      "How often a number or a person is dialled within days, weeks and months, by"
                          + " all campaigns. All of them hold at a time, beside numbertries and"
                          + " those of `law`. What was dialled is remembered as long as any"
                          + " campaign's caps ask, and 24 hours before the first came."),
                  may(
                      "talkrest",
                      Scalars.duration("1m", "31d"),
                      "How long nobody is called at any number of a lead after an agent of any"
                          + " campaign has talked with somebody at one of them. A call that was"
                          + " agreed comes all the same."),
                  preset(
                      "droplock",
                      Scalars.duration("0s", "30d"),
                      "72h",
                      "How long a number is left in peace after no agent was there in time, here or in"
                          + " another campaign; where that one wants longer, so long."),
                  may(
                      "dropprompts",
                      new ListOf(Scalars.prompt(), "[hello-world]"),
                      "Said to who has answered when no agent is there in time, before the"
                          + " hang-up. Laws want to hear who called, and from where."),
                  preset(
                      "queueoverflow",
                      Scalars.yesNo(),
                      "no",
                      "With `yes` who has answered waits on in the queue after the two seconds in which"
                          + " an agent had to be there, as any caller, and goes where the queue's"
                          + " overflow leads; they count as abandoned. With `no` they hear"
                          + " dropprompts."),
                  preset(
                      "holdfrom",
                      Scalars.choice("answer", "greeting"),
                      "answer",
                      "From when the two seconds run in which an agent must be there. `answer`: from"
                          + " the answer, or where screening tells it and no law counts from the"
                          + " answer, from the end of a person's greeting. `greeting`: the node's"
                          + " Asterisk listens for the end of what who has answered says first; if"
                          + " it has not come after three seconds, the answer counts."),
                  preset(
                      "screening",
                      Scalars.choice("off", "observe", "hang-up", "message"),
                      "off",
                      "Whether the node's Asterisk listens for answering machines while who has"
                          + " answered is on their way to an agent. `observe`: the verdict is only"
                          + " kept. `hang-up`: a machine is hung up. `message`: it is told"
                          + " machineprompts when its greeting is over."),
                  preset(
                      "machinebridged",
                      Scalars.choice("release", "leave"),
                      "release",
                      "What happens where an agent is with the machine already. `release`: the"
                          + " agent hears a tone and is free, and the outcome sets itself."
                          + " `leave`: the call is the agent's."),
                  may(
                      "machineprompts",
                      new ListOf(Scalars.prompt(), "[hello-world]"),
                      "What a machine is told with `screening: message`; without any it is hung"
                          + " up."),
                  preset(
                      "audit",
                      SHARE,
                      "0",
                      "How many of a hundred that are taken for machines go to an agent all the"
                          + " same, who says by a disposition what it was: so that it is known how"
                          + " many people are given up. They count as abandoned."),
                  may(
                      "machinecodes",
                      new ListOf(Scalars.reference("dispositions", "a disposition"), "[voicemail]"),
                      "With these dispositions an agent says that it was a machine, with all others"
                          + " that it was a person; needed for audit."),
                  may(
                      "recording",
                      Scalars.choice(RecordingKeys.policies()),
                      "How talks with its leads are recorded, in the words of a queue's"
                          + " `recording`, which this overrules for its own calls; else as the"
                          + " queue says. A queue's `forced` cannot be overruled. The queue's"
                          + " `recordingkeep`, `recordingannounce` and `recordingtellagent` hold."),
                  may(
                      "recycling",
                      new Named(
                          "outcome",
                          OUTCOME,
                          Section.of(
                              must(
                                  "tries",
                                  Scalars.whole(1, 15),
                                  "How often it may come to this before the lead is given up."),
                              must(
                                  "retry",
                                  Scalars.duration("1s", "30d"),
                                  "How long the lead rests after it."))),
                      "What becomes of leads, by outcome. An outcome that is not named is recycled"
                          + " as usual: no-answer rests 2 hours, busy 15 minutes, a machine 24 hours;"
                          + " unreachable ends with the first."))),
          "Outbound work, by name. A campaign dials the lists that are loaded for it, once it is"
              + " started.");

  private CampaignKeys() {}
}
