// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import static org.ringmaster.server.config.Key.may;
import static org.ringmaster.server.config.Key.preset;

import org.ringmaster.server.config.ValueType.ListOf;
import org.ringmaster.server.config.ValueType.Section;

/** The keys of a queue that say how its callers leave messages. */
final class VoicemailKeys {

  private static final ListOf PROMPTS = new ListOf(Scalars.prompt(), "[hello-world]");

  static final Key VOICEMAIL =
      may(
          "voicemail",
          Section.of(
              may(
                  "greeting",
                  PROMPTS,
                  "What callers hear before the tone; # skips it. vm-intro without."),
              may(
                  "thanks",
                  PROMPTS,
                  "The last words to who left a message. auth-thankyou and vm-goodbye without."),
              may(
                  "tooshort",
                  PROMPTS,
                  "The last words to who said too little to be kept. vm-tooshort and vm-goodbye"
                      + " without."),
              may(
                  "failed",
                  PROMPTS,
                  "The last words where nothing could be recorded. please-try-call-later and"
                      + " vm-goodbye without."),
              may(
                  "full",
                  PROMPTS,
                  "The last words where as many messages wait as the queue keeps. vm-mailboxfull and"
                      + " vm-goodbye without."),
              preset(
                  "maxmessage",
                  Scalars.duration("5s", "30m"),
                  "3m",
                  "How long a message may be (`maxmessage` of voicemail.conf)."),
              preset(
                  "minmessage",
                  Scalars.duration("0", "1m"),
                  "2s",
                  "What is shorter, silence not counted, is discarded, and the caller is told so"
                      + " (`minmessage`)."),
              preset(
                  "maxsilence",
                  Scalars.duration("0", "1m"),
                  "10s",
                  "A silence of so long ends the message; 0 is never (`maxsilence`)."),
              preset(
                  "maxmsg",
                  Scalars.whole(1, 9_999),
                  "100",
                  "How many messages wait at most; then no more are taken (`maxmsg`)."),
              preset(
                  "keep",
                  Scalars.duration("1h", "3650d"),
                  "30d",
                  "How long a message is kept that nobody is done with.")),
          "How callers leave messages for the queue, where a key, `overflow`, `closing` or a"
              + " number's `closedvoicemail` leads there.");

  private VoicemailKeys() {}
}
